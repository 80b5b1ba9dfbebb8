import { type DocumentInfo, KIND_NAMES, type Passage } from '../../model.ts';
import { squeeze, verbatimIn } from '../quotes.ts';
import { textOf } from './choose-passages.ts';
import type { ProposedCitation } from './proposed-claim.ts';

/** Passages that stand one after the other under one heading, as a model reads them. */
export interface EvidenceItem {
  readonly passages: readonly Passage[];
  readonly text: string;
}

/** Passages put together where one follows the other; in the order of the best of each. */
export function itemsOf(passages: readonly Passage[]): readonly EvidenceItem[] {
  const groups: Passage[][] = [];
  const given = new Set<Passage>();
  for (const passage of passages) {
    if (given.has(passage)) continue;
    const run = runAround(passage, passages);
    for (const one of run) given.add(one);
    groups.push(run);
  }
  return groups.map((run) => ({ passages: run, text: run.map(textOf).join('\n') }));
}

function runAround(passage: Passage, all: readonly Passage[]): Passage[] {
  const path = passage.headingPath.join('\n');
  const beside = all
    .filter((one) => one.documentId === passage.documentId && one.headingPath.join('\n') === path)
    .sort((a, b) => a.ordinal - b.ordinal);
  const at = beside.indexOf(passage);
  let [first, last] = [at, at];
  while (follows(beside[first - 1], beside[first])) first -= 1;
  while (follows(beside[last], beside[last + 1])) last += 1;
  return beside.slice(first, last + 1);
}

const follows = (one: Passage | undefined, next: Passage | undefined): boolean =>
  one !== undefined && next !== undefined && next.ordinal === one.ordinal + 1;

/** Which passage each item begins with, counted through all items from 1. */
export const flatPassages = (items: readonly EvidenceItem[]): readonly Passage[] =>
  items.flatMap(({ passages }) => passages);

/**
 * The same quotations by passage (numbered through all items from 1) instead of by item. One that runs over the
 * border of passages becomes several; one that stands nowhere in its item stays with its first passage, where the
 * checks will miss it. A number that no item has gives 0.
 */
export function byPassage(
  citations: readonly ProposedCitation[],
  items: readonly EvidenceItem[],
): ProposedCitation[] {
  const starts: number[] = [];
  let count = 1;
  for (const { passages } of items) {
    starts.push(count);
    count += passages.length;
  }
  return citations.flatMap(({ n, quote }) => {
    const item = items[n - 1];
    const start = starts[n - 1] ?? 0;
    if (!item) return [{ n: 0, quote }];
    return placed(quote, item).map(({ at, words }) => ({ n: start + at, quote: words }));
  });
}

interface Placed {
  readonly at: number;
  readonly words: string;
}

function placed(quote: string, { passages }: EvidenceItem): Placed[] {
  for (const [at, passage] of passages.entries()) {
    const words = verbatimIn(passage.quotable, quote) ?? verbatimIn(passage.text, quote);
    if (words !== undefined) return [{ at, words }];
  }
  const texts = passages.map(({ quotable }) => squeeze(quotable));
  const words = verbatimIn(texts.join(''), quote);
  if (words === undefined || words === '') return [{ at: 0, words: quote }];
  const start = texts.join('').indexOf(words);
  let from = 0;
  return texts.flatMap((text, at) => {
    const piece = text.slice(Math.max(0, start - from), Math.max(0, start + words.length - from));
    from += text.length;
    return piece === '' ? [] : [{ at, words: piece }];
  });
}

/** What a model is told of an item beside its text. */
export function itemData(
  { passages, text }: EvidenceItem,
  at: number,
  documents: ReadonlyMap<string, DocumentInfo>,
): Readonly<Record<string, unknown>> {
  const [first] = passages;
  const document = documents.get(first?.documentId ?? '');
  return {
    n: at + 1,
    document: document?.title ?? '',
    region: document?.region ?? null,
    period: document?.period?.join('—') ?? null,
    kind: document ? KIND_NAMES[document.kind] : null,
    place: first?.headingPath.join(' › ') ?? '',
    text,
  };
}
