import { COUNTRY } from '../language/places/divisions.ts';
import { namesOfPlace } from '../language/places/names.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { flatten } from './question-text.ts';

/** What a document or its place goes by. */
interface Name {
  readonly name: string;
  readonly documentId: string;
  /** Names one document, not a place. */
  readonly exact: boolean;
}

export interface Mention extends Name {
  readonly start: number;
}

function namesOf(document: DocumentInfo, documents: readonly DocumentInfo[]): Name[] {
  const number = document.documentNumber ?? '';
  const titles = [document.title, document.shortTitle, number, withoutYear(number)].filter(
    (title) => !isShared(title, document, documents),
  );
  const { region } = document;
  const places = region === null || region === COUNTRY.name ? [] : namesOfPlace(region);
  return [
    ...titles.map((name) => ({ name: flatten(name), documentId: document.id, exact: true })),
    ...document.aliases.map((name) => ({
      name: flatten(name),
      documentId: document.id,
      exact: /任务|规划|计划|纲要|文件/u.test(name),
    })),
    ...places.map((name) => ({ name: flatten(name), documentId: document.id, exact: false })),
  ].filter(({ name }) => name.length >= 2);
}

/** 国发〔2019〕4号 is called 国发4号. */
const withoutYear = (number: string): string => number.replace(/[〔[（(]\s*\d{4}\s*[〕\]）)]/u, '');

/** A title that does not say whose it is (政府工作报告) names none of several documents of its sort. */
function isShared(
  title: string,
  { id, kind, region, period }: DocumentInfo,
  documents: readonly DocumentInfo[],
): boolean {
  if (region !== null && title.includes(shortPlace(region))) return false;
  return documents.some((other) => {
    if (other.id === id || title === '') return false;
    const isOfYear = period !== null && other.period?.[1] === period[1];
    return other.title.includes(title) || (other.kind === kind && kind !== 'other' && isOfYear);
  });
}

const memo = new WeakMap<readonly DocumentInfo[], readonly Name[]>();

/** Names of all documents, longest first; the same list of documents is read once. */
export function allNames(documents: readonly DocumentInfo[]): readonly Name[] {
  const known =
    memo.get(documents) ??
    documents
      .flatMap((document) => namesOf(document, documents))
      .sort((a, b) => b.name.length - a.name.length);
  memo.set(documents, known);
  return known;
}

/** Longest names first; a name inside a longer one is not a mention of its own. */
export function mentionsIn(
  flat: string,
  words: readonly TaggedWord[],
  documents: readonly DocumentInfo[],
): Mention[] {
  const inside = wordsOver(words);
  const names = allNames(documents);
  const taken: Mention[] = [];
  for (const name of names) {
    for (let at = flat.indexOf(name.name); at >= 0; at = flat.indexOf(name.name, at + 1)) {
      const isTaken = taken.some(
        (other) =>
          at < other.start + other.name.length &&
          at + name.name.length > other.start &&
          other.name !== name.name,
      );
      if (!isTaken && !inside(at, at + name.name.length)) taken.push({ ...name, start: at });
    }
  }
  return taken;
}

/** From this length on a word that begins with a place's name is the name of something in it. */
const MIN_NAME_OF_PART = 5;

/**
 * Whether a stretch is no name because of the words around it: it is only a piece of a common word (高新 in
 * 高新技术) or ends inside one (周村区 before 块链). Names of places may hold names.
 */
function wordsOver(words: readonly TaggedWord[]): (start: number, end: number) => boolean {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (const { word, tag } of words) {
    if (!/^(?:ns|nr|nt|x)/u.test(tag)) spans.push({ start: at, end: at + word.length });
    at += word.length;
  }
  return (start, end) =>
    spans.some((span) => {
      const length = span.end - span.start;
      const isPiece = span.start <= start && span.end >= end && length > end - start;
      const isOfPart = span.start === start && length >= MIN_NAME_OF_PART;
      const endsInside = span.start > start && span.start < end && span.end > end;
      return (isPiece && !isOfPart) || endsInside;
    });
}
