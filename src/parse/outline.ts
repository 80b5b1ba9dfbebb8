import type {
  Block,
  DocumentInfo,
  Indicator,
  Lines,
  PlanDocument,
  Responsibility,
  Section,
  SectionKind,
} from '../model.ts';

/** A document's structure and data as `youju outline --json` prints it. */
export interface Outline
  extends Pick<
    DocumentInfo,
    | 'title'
    | 'shortTitle'
    | 'region'
    | 'issuer'
    | 'documentNumber'
    | 'issuedOn'
    | 'publishedOn'
    | 'period'
    | 'kind'
    | 'file'
  > {
  readonly documentId: string;
  readonly pages: number | null;
  readonly sections: readonly OutlineSection[];
  readonly indicators: readonly OutlineIndicator[];
  readonly responsibilities: readonly OutlineResponsibility[];
}

export interface OutlineSection {
  readonly kind: SectionKind;
  readonly number: string | null;
  readonly title: string;
  readonly lines: Lines;
  readonly page: number | null;
  readonly children: readonly OutlineSection[];
}

export type OutlineIndicator = Pick<
  Indicator,
  'number' | 'name' | 'unit' | 'base' | 'target' | 'change' | 'property' | 'group' | 'lines'
>;

export type OutlineResponsibility = Pick<Responsibility, 'number' | 'title' | 'leads' | 'supports'>;

export function outlineOf(
  document: PlanDocument,
  indicators: readonly Indicator[],
  responsibilities: readonly Responsibility[],
): Outline {
  const { id, title, shortTitle, region, issuer, documentNumber, period, kind, file } =
    document.info;
  const { issuedOn, publishedOn } = document.info;
  return {
    documentId: id,
    title,
    shortTitle,
    region,
    issuer,
    documentNumber,
    issuedOn,
    ...(publishedOn !== undefined && { publishedOn }),
    period,
    kind,
    file,
    pages: document.pages,
    sections: sectionsOf(document.children),
    indicators: indicators.map(
      ({ number, name, unit, base, target, change, property, group, lines }) => ({
        number,
        name,
        unit,
        base,
        target,
        change,
        property,
        group,
        lines,
      }),
    ),
    responsibilities: responsibilities.map(({ number, title, leads, supports }) => ({
      number,
      title,
      leads,
      supports,
    })),
  };
}

/** What is numbered inside a panel belongs to the panel and is no heading of the document. */
function sectionsOf(children: readonly (Section | Block)[]): readonly OutlineSection[] {
  return children.flatMap((child) => {
    if (child.type !== 'section') return [];
    const { kind, number, title, lines, page } = child;
    const inner = kind === 'panel' ? [] : sectionsOf(child.children);
    return [{ kind, number, title, lines, page, children: inner }];
  });
}
