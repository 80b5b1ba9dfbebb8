import type { OpenDocument } from '../../../app.ts';
import type { Block, Passage, Section } from '../../../model.ts';

/** What stands around a passage, as far as there is anything. */
export interface PassageWalk {
  readonly passage: Passage;
  readonly previous: Passage | undefined;
  readonly next: Passage | undefined;
  /** Where the section before begins, and the one after. */
  readonly previousSection: Passage | undefined;
  readonly nextSection: Passage | undefined;
}

/** Undefined where the document has no such passage. */
export function walkFrom(
  { document, passages }: OpenDocument,
  passageId: string,
): PassageWalk | undefined {
  const readable = readablePassages(passages, passageId);
  const at = readable.findIndex(({ id }) => id === passageId);
  const passage = readable[at];
  if (!passage) return undefined;
  const leads = new Set(leadsIn(document.children));
  const sections = readable.map(({ headingPath }) => sectionOf(headingPath, leads));
  const startOf = (index: number): number => {
    let start = index;
    while (start > 0 && sections[start - 1] === sections[index]) start -= 1;
    return start;
  };
  const start = startOf(at);
  const end = sections.findIndex((section, index) => index > at && section !== sections[at]);
  return {
    passage,
    previous: readable[at - 1],
    next: readable[at + 1],
    previousSection: start > 0 ? readable[startOf(start - 1)] : undefined,
    nextSection: end < 0 ? undefined : readable[end],
  };
}

/** The passage that begins nearest to a line of the text. */
export function nearestPassage({ passages }: OpenDocument, line: number): Passage | undefined {
  const distanceOf = ({ lines }: Passage): number => Math.abs(lines[0] - line);
  return readablePassages(passages).reduce<Passage | undefined>(
    (best, passage) => (best && distanceOf(best) <= distanceOf(passage) ? best : passage),
    undefined,
  );
}

/** In the order of the text. Lists of headings repeat what stands elsewhere, so only the one asked for counts. */
const readablePassages = (passages: readonly Passage[], passageId?: string): Passage[] =>
  passages
    .filter(({ kind, id }) => kind !== 'outline' || id === passageId)
    .sort((a, b) => a.ordinal - b.ordinal);

/** A lead inside a section is no section; where headings are lost it stands for one. */
function sectionOf(path: readonly string[], leads: ReadonlySet<string>): string {
  const isLed = path.length > 1 && leads.has(path.at(-1) ?? '');
  return (isLed ? path.slice(0, -1) : path).join('\n');
}

const leadsIn = (nodes: readonly (Section | Block)[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'section') return leadsIn(node.children);
    return node.type === 'text' && node.lead !== null ? [node.lead] : [];
  });
