import { shortPlace } from '../../language/places/short-name.ts';
import type { DocumentInfo } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';
import type { CitedText } from './cited-readings.ts';

/** A place or document named in a compact text. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The documents it can mean. */
  readonly documentIds: ReadonlySet<string>;
}

/** Names a document or its place goes by, with the documents of that name; longest first. */
function namesOf(documents: ReadonlyMap<string, DocumentInfo>): [string, Set<string>][] {
  const names = new Map<string, Set<string>>();
  for (const { id, title, shortTitle, region, aliases } of documents.values()) {
    const places = region === null ? [] : [region, shortPlace(region)];
    for (const name of [title, shortTitle, ...aliases, ...places].map(flatten)) {
      if (name.length >= 2) names.set(name, (names.get(name) ?? new Set()).add(id));
    }
  }
  return [...names].sort(([a], [b]) => b.length - a.length);
}

const memo = new WeakMap<ReadonlyMap<string, DocumentInfo>, [string, Set<string>][]>();

/** Places and documents that a compact text names, in its order; a name inside a longer one is none. */
export function mentionsIn(text: string, documents: ReadonlyMap<string, DocumentInfo>): Mention[] {
  const names = memo.get(documents) ?? namesOf(documents);
  memo.set(documents, names);
  const found: Mention[] = [];
  for (const [name, documentIds] of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length;
      const isInside = found.some((other) => start < other.end && end > other.start);
      if (!isInside) found.push({ name, start, end, documentIds });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));

const HAN_WORDS = /^\p{Script=Han}{2}$/u;
const LEVEL = /全[国省市区县镇村]/gu;

/**
 * The first place a claim speaks of that is neither that of a cited document nor named so in a quote; undefined where
 * there is none. A place is named so where the words after it are the same: the name of a road or a firm holds one.
 */
export function strangePlace(
  text: string,
  { quotes }: CitedText,
  citedIds: ReadonlySet<string>,
  documents: ReadonlyMap<string, DocumentInfo>,
): string | undefined {
  const quoted = mentionsIn(quotes, documents);
  const strange = mentionsIn(text, documents).find(({ start, end, documentIds }) => {
    if (isNamedSo(text, start, end, quotes)) return false;
    const next = text.slice(end, end + 2);
    const isOfOther = quoted.some(
      (other) =>
        HAN_WORDS.test(next) &&
        !meets(other.documentIds, documentIds) &&
        quotes.startsWith(next, other.end),
    );
    return isOfOther || !meets(documentIds, citedIds);
  });
  if (strange) return strange.name;
  const regions = [...citedIds].flatMap((id) => documents.get(id)?.region ?? []);
  return [...text.matchAll(LEVEL)].find(({ 0: level, index }) => {
    const isOwn =
      new RegExp(`[全我本]${level.slice(1)}|${level.slice(1)}内`, 'u').test(quotes) ||
      regions.some((region) => region.endsWith(level.slice(1)));
    return !isOwn && !isNamedSo(text, index, index + level.length, quotes);
  })?.[0];
}

/** 排全省第二, 列全省第2位: the level is said of the same. */
const isBesideTheSame = (name: string, before: string, after: string, quotes: string): boolean =>
  (/[占居列在于]/u.test(before) && quotes.includes(before + name)) ||
  (after !== '' && quotes.includes(name + after));

/**
 * Whether the quotes have a name beside the same words: before them, and no less often than the claim so far, or at
 * the end of a clause after them.
 */
function isNamedSo(text: string, start: number, end: number, quotes: string): boolean {
  const name = text.slice(start, end);
  const next = text.slice(end, end + 2);
  const previous = text.slice(Math.max(0, start - 2), start);
  const timesIn = (where: string): number => where.split(name + next).length - 1;
  const level = text.charAt(start - 1);
  return (
    quotes.includes(`${name}省${next}`) ||
    quotes.includes(`${name}市${next}`) ||
    (/^全|国$/u.test(name) && isBesideTheSame(name, level, next.charAt(0), quotes)) ||
    (next.length === 2 && timesIn(text.slice(0, end + 2)) <= timesIn(quotes)) ||
    (!/^\p{Script=Han}/u.test(next) && previous.length === 2 && quotes.includes(previous + name))
  );
}
