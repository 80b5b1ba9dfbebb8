import type { Passage } from '../../model.ts';
import { type Evidence, likelyDocuments } from '../draft.ts';

/** What was found for one question, as far as a model may read it. */
export interface ReadPart {
  readonly evidence: Evidence;
  /** What the answer without a model stands on, or what it holds to be nearest. */
  readonly cited: readonly Passage[];
  /** What the question found, then at each side of a comparison; best first. */
  readonly lists: readonly (readonly Passage[])[];
}

/** The best of each list bring what stands around them. */
const BEST_WITH_NEIGHBOURS = 3;
/** Documents that are introduced by title, date and division, so that a part can be told from the whole. */
const INTRODUCED_DOCUMENTS = 2;

/**
 * Passages for a model to read, none twice, the most useful first, while they fit: what the offline answer stands on,
 * then the best of each list with what stands around them, and what introduces the likeliest documents.
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
  const lists = parts.flatMap((part) =>
    part.lists.map((passages) => ({ evidence: part.evidence, passages })),
  );
  const longest = Math.max(0, ...lists.map(({ passages }) => passages.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const { evidence, passages } of lists) {
      const passage = passages[rank];
      if (!passage) continue;
      yield passage;
      if (rank < BEST_WITH_NEIGHBOURS) yield* around(passage, evidence);
    }
    if (rank === BEST_WITH_NEIGHBOURS) for (const part of parts) yield* introductions(part);
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

/** Title and date of the likeliest documents and of each side, and the headings they are divided by. */
function introductions({ evidence, lists }: ReadPart): Passage[] {
  const sides = lists.slice(1).flatMap(([best]) => best?.documentId ?? []);
  const likely = likelyDocuments(evidence).slice(0, INTRODUCED_DOCUMENTS);
  const depth = evidence.query.kinds.overview >= OVERVIEW_FROM ? 1 : 0;
  return [...new Set([...sides, ...likely])].flatMap((id) =>
    evidence.index
      .passagesOf(id)
      .filter(
        ({ kind, headingPath }) =>
          kind === 'front' || (kind === 'outline' && headingPath.length <= depth),
      ),
  );
}

/** From this chance on that an overview is asked for, the headings of each chapter are shown as well. */
const OVERVIEW_FROM = 0.3;
