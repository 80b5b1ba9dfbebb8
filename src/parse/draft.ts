import type { Block, Lines, Section, SectionKind } from '../model.ts';
import type { HeadingStyle } from './heading.ts';
import type { FamilyId } from './numbering.ts';

/** A section while text may still be added to it. */
export interface Draft {
  readonly type: 'draft';
  readonly family: FamilyId | null;
  readonly ordinal: number | null;
  readonly kind: SectionKind;
  readonly number: string | null;
  readonly title: string;
  readonly headingLines: Lines;
  readonly page: number | null;
  readonly style: HeadingStyle;
  /** Of a decimal number all its parts: 2.1.1 → [2, 1, 1]. */
  readonly path?: readonly number[];
  /** Of a heading without a number how deep it is, from 1; of others where the format says so. */
  readonly level?: number;
  /** It was printed between cell bars. */
  readonly isCell: boolean;
  readonly children: (Draft | Block)[];
}

export function rootDraft(): Draft {
  return {
    type: 'draft',
    family: null,
    ordinal: null,
    kind: 'chapter',
    number: '',
    title: '',
    headingLines: [1, 1],
    page: null,
    style: 'line',
    isCell: false,
    children: [],
  };
}

/** Its text began in the paragraph of its heading. */
export function isRunIn(draft: Draft): boolean {
  return draft.style !== 'line';
}

export function childSections(draft: Draft): readonly Draft[] {
  return draft.children.filter((child) => child.type === 'draft');
}

export function childBlocks(draft: Draft): readonly Block[] {
  return draft.children.filter((child) => child.type !== 'draft');
}

/** The finished children: sections know where they end. */
export function finishChildren(draft: Draft): readonly (Section | Block)[] {
  return draft.children.map((child) => (child.type === 'draft' ? finishSection(child) : child));
}

function finishSection(draft: Draft): Section {
  const children = finishChildren(draft);
  const last = children.reduce(
    (line, child) => Math.max(line, child.lines[1]),
    draft.headingLines[1],
  );
  const { kind, number, title, headingLines, page } = draft;
  return {
    type: 'section',
    kind,
    number,
    title,
    lines: [headingLines[0], last],
    headingLines,
    page,
    children,
  };
}
