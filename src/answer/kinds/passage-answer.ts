import type { PassageKind } from '../../model.ts';
import { coverageOf, headingsOf } from '../../retrieve/matching.ts';
import type { RescoredHit, SentenceHit } from '../../retrieve/rescore.ts';
import type { Sentence } from '../../retrieve/sentences.ts';
import type { Concept, Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Draft, DraftClaim, Evidence } from '../draft.ts';
import { isSupported } from '../support.ts';
import {
  asSentence,
  betweenFullStops,
  MAX_FACT_CHARS,
  throughFullStop,
  wantsWhole,
  windowOf,
} from '../windows.ts';
import { asksOfEach, countAsked, countNamed } from './enumeration.ts';

/** How many sentences one answer may be put together from. */
const MAX_SENTENCES = 3;
/** A further sentence must say this share of what the first left open. */
const MIN_NEW_SHARE = 0.2;
/** The same where the question asks several things. */
const MIN_NEW_SHARE_OF_MANY = 0.1;
/** The passage's own place among the hits, beside the fit of the sentence. */
const PASSAGE_SHARE = 0.3;
const READ_CLOSELY = 12;
/** Rows and outlines have answers of their own kind. */
const READ_AS_SENTENCES: ReadonlySet<PassageKind> = new Set(['text', 'note']);

export interface Candidate extends SentenceHit {
  readonly hit: RescoredHit;
}

/** The sentences that answer, word for word and as short as the question allows. */
export function passageAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  const best = candidatesOf(evidence).filter(({ sentence }) => isSupported(query, sentence));
  const first = query.content === '' ? longest(best) : fullest(query, best);
  if (!first) return undefined;
  const claims = [first, ...complements(query, first, best)].map((candidate) =>
    claimOf(query, candidate),
  );
  return {
    kind: 'passage',
    claims: claims.flatMap((claim) => [claim, ...restOf(claim, evidence)]),
  };
}

/** What an enumeration goes on with in the next passage, where the paragraph was too long for one. */
function restOf({ proofs }: DraftClaim, { query, index }: Evidence): DraftClaim[] {
  const [proof] = proofs;
  if (!proof || !wantsWhole(query) || !/[；;]$/u.test(proof.quote.trim())) return [];
  const { passage, quote } = proof;
  if (!passage.quotable.trimEnd().endsWith(quote.trimEnd())) return [];
  const next = index.passagesOf(passage.documentId)[passage.ordinal + 1];
  if (!next || next.headingPath.join() !== passage.headingPath.join()) return [];
  const rest = throughFullStop(next, '', MAX_ENUMERATION_CHARS);
  return [{ text: asSentence(rest), proofs: [{ passage: next, quote: rest }] }];
}

/** How far behind the best a sentence may lie that names as many things as are asked for. */
const MAX_BEHIND = 0.45;

/** The best sentence; where so many things are asked for, the best that can name them all, or none. */
function fullest(query: Query, best: readonly Candidate[]): Candidate | undefined {
  const count = countAsked(query);
  const top = best[0];
  if (count === undefined || !top) return top;
  const near = best.filter(({ score }) => score >= top.score - MAX_BEHIND);
  const names = (text: string): boolean => countNamed(text) >= count;
  const named = near.find(({ sentence }) => names(clauseOf(query.quoted, sentence)));
  // What stands elsewhere in a sentence need not be what a name stands for.
  if (named || asksOfEach(query)) return named;
  return near.find((candidate) =>
    claimOf(query, candidate).proofs.some(({ quote }) => names(quote)),
  );
}

/** The part between commas that holds a name the question quotes; nothing where none does. */
const clauseOf = (quoted: readonly string[], { text }: Sentence): string =>
  text
    .split(/[，,；;。]/u)
    .find((clause) => quoted.some((name) => flatten(clause).includes(name))) ?? '';

/** How a plan begins to say what a time will bring. */
const FORETELLS = /(?:到|至|展望)(?:(?:19|20)\d{2}|二〇[〇一二三四五六七八九]{2})年/u;

/** Asked about nothing but a time, the sentence that foretells most of it. */
const longest = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates
    .filter(({ sentence }) => FORETELLS.test(sentence.flat))
    .sort((a, b) => b.sentence.flat.length - a.sentence.flat.length)[0] ?? candidates[0];

/** Sentences of the best hits, best first. */
export function candidatesOf({ hits }: Evidence): Candidate[] {
  return hits
    .slice(0, READ_CLOSELY)
    .filter(({ passage, isBeside }) => READ_AS_SENTENCES.has(passage.kind) && !isBeside)
    .flatMap((hit) =>
      hit.sentences.map(({ sentence, score }) => ({
        hit,
        sentence,
        score: score + PASSAGE_SHARE * hit.score,
      })),
    )
    .sort((a, b) => b.score - a.score);
}

const weightOf = (concepts: readonly Concept[]): number =>
  concepts.reduce((sum, { weight }) => sum + weight, 0);

/** Sentences that say what the ones before them left open, from the same passage first. */
export function complements(
  query: Query,
  first: Candidate,
  candidates: readonly Candidate[],
): Candidate[] {
  const chosen = [first];
  const all = weightOf(query.concepts.filter(({ unknown }) => !unknown));
  while (chosen.length < MAX_SENTENCES) {
    const found = new Set(chosen.flatMap((candidate) => foundIn(query, candidate)));
    const gains = candidates
      .filter((candidate) => !chosen.includes(candidate))
      .map((candidate) => {
        const fresh = foundIn(query, candidate).filter(
          (concept) => !found.has(concept) && !concept.unknown,
        );
        const near = candidate.hit.passage.id === first.hit.passage.id ? 1 : 0.5;
        return { candidate, gain: (near * weightOf(fresh)) / Math.max(all, 1e-9) };
      })
      .sort((a, b) => b.gain - a.gain || b.candidate.score - a.candidate.score);
    const next = gains[0];
    if (!next || next.gain < (query.asksMany ? MIN_NEW_SHARE_OF_MANY : MIN_NEW_SHARE)) break;
    chosen.push(next.candidate);
  }
  return chosen.slice(1);
}

const foundIn = (query: Query, { sentence }: SentenceHit): readonly Concept[] =>
  coverageOf(query, sentence.flat, headingsOf(sentence)).found;

/** Longest enumeration read out whole. */
const MAX_ENUMERATION_CHARS = 480;
/** A sentence this short may only announce the list in the next one. */
const MAX_ANNOUNCEMENT_CHARS = 32;

/** A sentence as a claim: the part of it that answers, and of an enumeration all of it. */
export function claimOf(query: Query, { sentence }: SentenceHit): DraftClaim {
  const quote = wantsWhole(query) ? wholeOf(query, sentence) : windowOf(query, sentence);
  return { text: asSentence(quote), proofs: [{ passage: sentence.passage, quote }] };
}

/** What belongs together: an enumeration through ；, and what a short sentence announces. */
function wholeOf(query: Query, sentence: Sentence): string {
  const { passage, text, start, end } = sentence;
  if (query.wants.has('overview')) {
    const whole = betweenFullStops(passage, start, end);
    if (whole.length <= MAX_ENUMERATION_CHARS) return whole;
  }
  if (/[；;]\s*$/u.test(text))
    return throughFullStop(
      passage,
      windowOf(query, sentence, MAX_FACT_CHARS),
      MAX_ENUMERATION_CHARS,
    );
  const next = /^[^。]*。?/u.exec(passage.quotable.slice(end))?.[0] ?? '';
  const isAnnounced =
    text.length <= MAX_ANNOUNCEMENT_CHARS && !text.includes('、') && next.split('、').length > 2;
  return isAnnounced && passage.quotable.slice(start, end) === text
    ? text + next
    : windowOf(query, sentence);
}
