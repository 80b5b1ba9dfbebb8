import type { Passage } from '../../model.ts';
import { type Evidence, likelyDocuments } from '../draft.ts';

/** What was found for one question, as far as a model may read it. */
export interface ReadPart {
  readonly evidence: Evidence;
  /** What the answer without a model stands on, or what it holds to be nearest. */
  readonly cited: readonly Passage[];
  /** What was found at each side of a comparison; otherwise one list. Best first. */
  readonly sides: readonly (readonly Passage[])[];
}

/** The best of each list bring what stands around them. */
const BEST_WITH_NEIGHBOURS = 3;
/** Documents whose division is shown, so that a part can be told from the whole. */
const DIVIDED_DOCUMENTS = 2;

/**
 * Passages for a model to read, none twice, the most useful first, while they fit: what the offline answer stands on,
 * then the best of each side with what stands around them, and how the likeliest documents are divided.
 * @param maxChars of their texts together; one passage is always given
 */
export function choosePassages(parts: readonly ReadPart[], maxChars: number): readonly Passage[] {
  const chosen = new Map<string, Passage>();
  let left = maxChars;
  for (const passage of inOrder(parts)) {
    const size = textOf(passage).length;
    if (chosen.has(passage.id) || (size > left && chosen.size > 0)) continue;
    chosen.set(passage.id, passage);
    left -= size;
  }
  return [...chosen.values()];
}

/** A row with the names of its columns, and as it is printed: it may be quoted either way. */
export const textOf = ({ kind, text, quotable }: Passage): string =>
  kind === 'row' ? `${text}\n${quotable}` : text;

function* inOrder(parts: readonly ReadPart[]): Generator<Passage> {
  for (const { cited } of parts) yield* cited;
  const lists = parts.flatMap(({ evidence, sides }) =>
    sides.map((passages) => ({ evidence, passages })),
  );
  const longest = Math.max(0, ...lists.map(({ passages }) => passages.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const { evidence, passages } of lists) {
      const passage = passages[rank];
      if (!passage) continue;
      yield passage;
      if (rank < BEST_WITH_NEIGHBOURS) yield* around(passage, evidence);
    }
    if (rank === BEST_WITH_NEIGHBOURS) for (const { evidence } of parts) yield* divisions(evidence);
  }
}

/** What stands before and after a passage under the same heading; of a row the notes of its table. */
function around(passage: Passage, { index }: Evidence): Passage[] {
  const all = index.passagesOf(passage.documentId);
  const isBeside = (other: Passage): boolean =>
    other.headingPath.join('\n') === passage.headingPath.join('\n');
  if (passage.kind === 'row')
    return all.filter((other) => other.kind === 'note' && isBeside(other));
  const at = all.indexOf(passage);
  return [all[at + 1], all[at - 1]].flatMap((other) =>
    other && other.kind === passage.kind && isBeside(other) ? [other] : [],
  );
}

/** The headings of whole documents, one passage each. */
const divisions = (evidence: Evidence): Passage[] =>
  likelyDocuments(evidence)
    .slice(0, DIVIDED_DOCUMENTS)
    .flatMap((id) =>
      evidence.index
        .passagesOf(id)
        .filter(({ kind, headingPath }) => kind === 'outline' && headingPath.length === 0),
    );
