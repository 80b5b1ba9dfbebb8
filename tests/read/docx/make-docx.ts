import { makeZip, type ZipPart } from '../make-zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Inner XML of the parts of a document; only the body must be there. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
}

export function docxParts({ body, numbering, styles, footnotes }: DocxParts): readonly ZipPart[] {
  const part = (name: string, tag: string, xml: string | undefined): readonly ZipPart[] =>
    xml === undefined ? [] : [{ name, content: `<w:${tag} ${W}>${xml}</w:${tag}>` }];
  return [
    ...part('word/document.xml', 'document', `<w:body>${body}</w:body>`),
    ...part('word/numbering.xml', 'numbering', numbering),
    ...part('word/styles.xml', 'styles', styles),
    ...part('word/footnotes.xml', 'footnotes', footnotes),
  ];
}

export function makeDocx(parts: DocxParts): Buffer {
  return makeZip(docxParts(parts));
}

/** A paragraph; `properties` is inner XML of its w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Asks for a number of list `numId`. */
export function numbered(text: string, numId: number, ilvl = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

/** A level of a list. */
export function level(ilvl: number, form: string, template: string, more = ''): string {
  return `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${template}"/>${more}</w:lvl>`;
}

/** List `numId` with levels of its own. */
export function list(numId: number, ...levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${numId}">${levels.join('')}</w:abstractNum><w:num w:numId="${numId}"><w:abstractNumId w:val="${numId}"/></w:num>`;
}
