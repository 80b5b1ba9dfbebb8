import type { DocumentInfo, Passage } from '../../model.ts';
import { type Sentence, sentencesOf } from '../../retrieve/sentences.ts';
import { flatten } from '../../understand/question-text.ts';
import { type YearsSaid, yearsIn } from '../../understand/years.ts';
import type { Proof } from '../draft.ts';
import { placesOf, squeeze } from '../quotes.ts';
import { looksBack } from './aspect.ts';
import { compact } from './compact-text.ts';
import { isTime } from './governing-times.ts';
import { quantitiesIn } from './quantities.ts';
import { isSameQuantity } from './quantity.ts';
import { type Direction, type Reading, readingsIn } from './readings.ts';
import { type CellSentence, cellsOf, rowSentences } from './row-sentences.ts';
import { readingsOf } from './sentence-readings.ts';

/** A reading of cited text. */
export interface CitedReading extends Reading {
  readonly documentId: string;
  /** The years it may be of where its sentence gives none: those of the text before it or of its heading. */
  readonly givenTimes: readonly string[];
  /** Those of its headings: a plan's period holds all years under them. */
  readonly headedTimes: readonly string[];
  readonly cell?: CellSentence['cell'];
  /** The unit that stands at the name of the row instead. */
  readonly unitAside?: string;
}

export interface CitedText {
  readonly readings: readonly CitedReading[];
  /** What headings, titles and names of rows and columns state, compact. */
  readonly background: string;
  /** Years that headings give, or the text before. */
  readonly givenTimes: ReadonlySet<string>;
  /** The quotes, compact. */
  readonly quotes: string;
}

/** Everything the proofs of a claim state: the sentences they quote from, as far as they quote them. */
export function citedText(
  proofs: readonly Proof[],
  documents: ReadonlyMap<string, DocumentInfo>,
): CitedText {
  const parts = proofs.map((proof) => {
    const document = documents.get(proof.passage.documentId);
    return proof.passage.kind === 'row' ? rowText(proof.passage) : sentenceText(proof, document);
  });
  const readings = parts.flatMap((part) => part.readings);
  return {
    readings,
    background: proofs
      .flatMap(({ passage }) => backgroundOf(passage, documents.get(passage.documentId)))
      .map(compact)
      .join('\n'),
    givenTimes: new Set(parts.flatMap(({ givenTimes }) => givenTimes)),
    quotes: proofs.map(({ quote }) => compact(quote)).join('\n'),
  };
}

type Part = Pick<CitedReading, 'givenTimes'> & { readonly readings: readonly CitedReading[] };

function backgroundOf(passage: Passage, document: DocumentInfo | undefined): string[] {
  const { title = '', shortTitle = '', documentNumber } = document ?? {};
  const [name, ...columns] = passage.kind === 'row' ? cellsOf(passage) : [];
  return [
    ...passage.headingPath,
    title,
    shortTitle,
    documentNumber ?? '',
    name?.value ?? '',
    ...columns.map(({ column }) => column),
  ];
}

function rowText(passage: Passage): Part {
  const { documentId } = passage;
  const course = courseOf(passage);
  return {
    readings: rowSentences(passage).flatMap(({ name, text, unitAside, cell }) =>
      readingsIn(compact(text)).map((one) => ({
        ...one,
        words: isTime(one) ? name : one.words,
        own: { ...one.own, measures: without(one.own.measures, name) },
        around: { ...one.around, towards: new Set([...one.around.towards, ...course]) },
        documentId,
        givenTimes: [],
        headedTimes: [],
        unitAside: compact(unitAside),
        cell,
      })),
    ),
    givenTimes: [],
  };
}

/** Whether the aim of a row lies above or below where it starts: a claim may say 提高到 or 下降到 of it. */
function courseOf(passage: Passage): Direction[] {
  const [from, to] = cellsOf(passage)
    .filter(({ column }) => /^\d{4}年$/u.test(column))
    .map(({ value }) => Number(/^\d+(?:\.\d+)?/u.exec(value)?.[0]));
  if (from === undefined || to === undefined || Number.isNaN(from - to) || from === to) return [];
  return [to > from ? 'up' : 'down'];
}

/** What the name of an indicator says (人均预期寿命) need not be said again with each of its figures. */
const without = (measures: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  new Set([...measures].filter((measure) => !name.includes(measure)));

/** Context comes from whole sentences; what is proven is only what the quote itself holds. */
function sentenceText({ passage, quote }: Proof, document: DocumentInfo | undefined): Part {
  const { documentId } = passage;
  const places = placesOf(quote, passage) ?? [];
  const quoted = quantitiesIn(compact(quote));
  const sentences = sentencesOf(passage, document);
  const headed = namesOf(yearsIn(flatten(passage.headingPath.join(' '))));
  const parts = sentences.flatMap((sentence, at): Part[] => {
    const from = squeeze(passage.quotable.slice(0, sentence.start)).length;
    const to = from + squeeze(sentence.text).length;
    if (!places.some(([start, end]) => start < to && end > from)) return [];
    const all = readingsOf(sentence);
    const givenTimes =
      timesGiven(sentence, sentences[at - 1], all.some(isTime), ownTimes(passage, document)) ??
      headed;
    const readings = all
      .filter((one) => isTime(one) || quoted.some((quantity) => isSameQuantity(quantity, one)))
      .map((one) => ({ ...one, documentId, givenTimes, headedTimes: headed }));
    return [{ readings, givenTimes }];
  });
  return {
    readings: parts.flatMap(({ readings }) => readings),
    givenTimes: [...headed, ...parts.flatMap(({ givenTimes }) => givenTimes)],
  };
}

/**
 * A sentence with times of its own lends them only to the figures they stand by; the others keep those before it.
 * Undefined where there is nothing before it.
 */
function timesGiven(
  sentence: Sentence,
  before: Sentence | undefined,
  hasOwn: boolean,
  own: string[],
): string[] | undefined {
  // A number in a name (2030行动) gives no year.
  const isName = sentence.time.years.some((year) =>
    new RegExp(`(?<!\\d)${year}(?![\\d年—–~至到-])`, 'u').test(sentence.text),
  );
  const source = hasOwn || isName ? before : sentence;
  if (source?.assumed) return own;
  return source && namesOf(source.time);
}

/** A plan that does not say when speaks of its own years, or of the last one before where it looks back. */
function ownTimes({ headingPath }: Passage, document: DocumentInfo | undefined): string[] {
  const [from, to] = document?.period ?? [];
  if (from === undefined || to === undefined) return [];
  return looksBack(headingPath.join('\n')) ? [String(from - 1)] : [String(to), `${from}-${to}`];
}

const namesOf = ({ years, periods }: YearsSaid): string[] => [
  ...years.map(String),
  ...periods.map((period) => period.join('-')),
];
