import type { OpenDocument } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { contentsOf, nameOf } from '../../contents.ts';

/** What App Home tells of a document. */
export interface KnownDocument {
  readonly info: DocumentInfo;
  /** Its outermost headings, or what stands for them, as printed. */
  readonly chapters: readonly string[];
  /** Questions it answers. */
  readonly examples: readonly string[];
}

const MAX_EXAMPLES = 3;

/** Worked out of a document's own structure and data, so that it holds for any. */
export function knownDocument(opened: OpenDocument): KnownDocument {
  const chapters = contentsOf(opened.document).map(nameOf);
  return {
    info: opened.document.info,
    chapters,
    examples: examplesOf(opened, chapters.length).slice(0, MAX_EXAMPLES),
  };
}

function examplesOf({ document, indicators, responsibilities }: OpenDocument, chapters: number) {
  const { region, shortTitle, documentNumber, issuedOn } = document.info;
  const indicator = indicators.find(({ target }) => /\d/u.test(target ?? ''));
  const task = responsibilities.find(({ leads }) => leads.length > 0);
  return [
    indicator && `${region ?? shortTitle}${indicator.targetYear}年${indicator.name}的目标是多少？`,
    task && `${shortTitle}里“${task.title}”由哪个部门牵头？`,
    chapters > 1 && `${shortTitle}分哪几部分？`,
    documentNumber !== null && issuedOn !== null && `${shortTitle}的文号是多少，哪天印发？`,
  ].filter((example) => typeof example === 'string');
}
