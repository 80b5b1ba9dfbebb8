import type { DocumentInfo, Passage } from '../../model.ts';
import { type Sentence, sentencesOf } from '../../retrieve/sentences.ts';
import type { Segmenter, TaggedWord } from '../../segment/segmenter.ts';
import type { Proof } from '../draft.ts';
import { placesOf, squeeze } from '../quotes.ts';
import { type Aspect, aspectOf } from './aspect.ts';
import { withoutNumbering } from './claim-lead.ts';
import { subjectOf } from './clause-subject.ts';
import { taggedClauses } from './clauses.ts';
import { compact } from './compact-text.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import type { Searched } from './word-meaning.ts';

/** A clause of a sentence that a claim quotes from. */
export interface SourceClause {
  readonly text: string;
  /** What it speaks of by its own words; empty where it leaves that to a clause before. */
  readonly subject: readonly string[];
  /** What a clause before it says that this one speaks of. */
  readonly inherited: readonly string[];
  /** What it inherits and its own text, one behind the other, with their words. */
  readonly scope: Searched;
  /** The whole sentence. */
  readonly sentence: string;
  /** Its words for what is done. */
  readonly verbs: readonly string[];
  /** Which clause of its sentence it is, from 0. */
  readonly at: number;
  /** Where its own text begins in its scope. */
  readonly offset: number;
  readonly quantities: readonly Quantity[];
  readonly aspect: Aspect;
}

const memo = new WeakMap<Sentence, readonly SourceClause[]>();

/** The clauses of a sentence, each with what it speaks of. */
function clausesOf(
  sentence: Sentence,
  document: DocumentInfo | undefined,
  segmenter: Segmenter,
): readonly SourceClause[] {
  const known = memo.get(sentence);
  if (known) return known;
  const aspect = aspectOf(sentence, document);
  const clauses: SourceClause[] = [];
  // Who guides it stands before many a task: (生态环境部指导)以餐饮企业…
  const whole = withoutNumbering(compact(sentence.text).replace(/^\([^()]*\)(?=.)/u, ''));
  for (const { text, tagged } of taggedClauses(whole, segmenter)) {
    const last = clauses.at(-1);
    const subject = subjectOf(tagged);
    const inherited = subject.length > 0 || !last ? [] : orElse(last.subject, last.inherited);
    clauses.push({
      text,
      subject,
      inherited,
      ...scopeOf(inherited, text, tagged),
      sentence: whole,
      verbs: tagged.flatMap(({ word, tag }) => (/^v(?!n)/u.test(tag) ? [word] : [])),
      at: clauses.length,
      quantities: quantitiesIn(text),
      aspect: aspect(text),
    });
  }
  memo.set(sentence, clauses);
  return clauses;
}

const orElse = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.length > 0 ? some : others;

function scopeOf(
  inherited: readonly string[],
  text: string,
  tagged: readonly TaggedWord[],
): Pick<SourceClause, 'scope' | 'offset'> {
  const before = `${inherited.join('')}|`;
  const words: string[] = [];
  const starts: number[] = [];
  let from = 0;
  for (const word of inherited) {
    words.push(word);
    starts.push(from);
    from += word.length;
  }
  let at = 0;
  for (const { word } of tagged) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    words.push(word);
    starts.push(before.length + start);
    at = start + word.length;
  }
  return { scope: { text: before + text, words, starts }, offset: before.length };
}

/** The clauses of the sentences that a proof quotes from, whole. */
export function sourceClauses(
  { passage, quote }: Proof,
  document: DocumentInfo | undefined,
  segmenter: Segmenter,
): readonly SourceClause[] {
  if (passage.kind === 'outline') {
    const quoted = compact(quote);
    return outlineClauses(passage, segmenter).filter(
      ({ text }) => quoted.includes(text) || text.includes(quoted),
    );
  }
  const places = placesOf(quote, passage) ?? [];
  return sentencesOf(passage, document)
    .filter((sentence) => meetsPlaces(passage, sentence, places))
    .flatMap((sentence) => clausesOf(sentence, document, segmenter));
}

const outlines = new WeakMap<Passage, readonly SourceClause[]>();

/** Headings, each a clause and a sentence by itself. */
function outlineClauses(passage: Passage, segmenter: Segmenter): readonly SourceClause[] {
  const known = outlines.get(passage);
  if (known) return known;
  const clauses = passage.quotable.split('\n').flatMap((line): SourceClause[] => {
    const text = compact(line);
    if (text === '') return [];
    return [
      {
        text,
        subject: [],
        inherited: [],
        ...scopeOf([], text, segmenter.tagged(text)),
        sentence: text,
        verbs: [],
        at: 0,
        quantities: quantitiesIn(text),
        aspect: 'unknown',
      },
    ];
  });
  outlines.set(passage, clauses);
  return clauses;
}

function meetsPlaces(
  { quotable }: Passage,
  { start, text }: Sentence,
  places: readonly (readonly [number, number])[],
): boolean {
  const from = squeeze(quotable.slice(0, start)).length;
  const to = from + squeeze(text).length;
  return places.some(([first, last]) => first < to && last > from);
}
