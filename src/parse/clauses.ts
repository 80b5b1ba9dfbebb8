import { readHeading } from './heading.ts';
import { type Paragraph, slice } from './paragraph.ts';

/** 一是… as a heading opens a sentence. */
const CLAUSE_START = /(?<=^|[。！？][”’）)]?\s*)[一二三四五六七八九十]{1,2}是/g;

export interface Clauses {
  /** What stands before the first; null where nothing does. */
  readonly before: Paragraph | null;
  readonly clauses: readonly Paragraph[];
}

/** A paragraph run together out of 一是…二是… sections; null where it is none: each has a short title, in order. */
export function splitClauses(paragraph: Paragraph): Clauses | null {
  const starts = [...paragraph.text.matchAll(CLAUSE_START)].map((match) => match.index);
  const [first] = starts;
  if (first === undefined || starts.length < 2) return null;
  const clauses = starts.map((start, index) =>
    slice(paragraph, start, starts[index + 1] ?? paragraph.text.length),
  );
  const isInOrder = clauses.every((clause, index) => {
    const heading = readHeading(clause.text);
    return heading?.marker.family.id === 'clause' && heading.marker.ordinal === index + 1;
  });
  if (!isInOrder) return null;
  const before = slice(paragraph, 0, first);
  return { before: before.text === '' ? null : before, clauses };
}
