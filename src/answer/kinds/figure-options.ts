import type { Passage } from '../../model.ts';
import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import { clausesOf } from '../../retrieve/sentences.ts';
import type { Query } from '../../understand/query.ts';
import type { Evidence } from '../draft.ts';
import { meaningOf } from '../meaning.ts';
import { type Asking, isHeadless } from '../windows.ts';
import type { Option } from './alignment.ts';
import { partClaim } from './claims.ts';
import { hasFigure } from './order-claim.ts';
import { type PlanPartType, partOf } from './plan-parts.ts';
import { MOST_OPTIONS, named } from './side-options.ts';
import { askedPart } from './theme.ts';

/** Sentences whose clauses are read for a figure. */
const READ_FOR_FIGURES = 40;
/** What a clause says of the question itself, against the score of its sentence. */
const CLAUSE_SHARE = 4;

/** Clauses that give a figure of the asked kind, the likeliest first: all that a comparison of figures needs. */
export function figureOptions(
  sentences: readonly RankedSentence[],
  asking: Evidence,
  label = '',
): Option[] {
  const { nearness, unasked } = meaningOf(asking.query, asking.index);
  const read = sentences.slice(0, READ_FOR_FIGURES).flatMap(({ passage, text: sentence, score }) =>
    figuredClauses(sentence, asking).map((text) => ({
      passage,
      text,
      score:
        score +
        CLAUSE_SHARE * nearness(text) -
        UNASKED_SHARE * unasked(text).share +
        IN_TIME * inTime(passage, text, asking) -
        OTHER_MEASURE * unaskedMeasures(text, asking.query),
    })),
  );
  return read
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_OPTIONS)
    .map(({ passage, text, score }) => {
      const claim = partClaim(asking, { passage, text });
      return { claims: [named(label, claim)], clause: text, score };
    });
}

/** What else it speaks of: 社会物流总费用与GDP的比率 is no GDP. */
const UNASKED_SHARE = 3;
const IN_TIME = 2;
const OTHER_MEASURE = 1.5;
const OF_SEVERAL_YEARS = /年均|累计|连续|[两三四五六七八九十\d]年(?:来|间|内|共)/u;

/** Against what is asked counts what another part of a plan gives, and what is of several years where one is asked. */
function inTime(passage: Passage, clause: string, { query, index, documents }: Evidence): number {
  const document = documents.get(passage.documentId);
  const asked = askedPart(query, document) ?? (query.planned === 'target' ? 'year' : undefined);
  const part = partOf(passage, index, documents);
  const looksBack = (one: PlanPartType): boolean => one === 'review';
  const isOther = asked && part ? looksBack(asked) !== looksBack(part) : false;
  const isOfOne = query.span === 'year' || (query.span === null && query.time.periods.length === 0);
  const isOfMore = isOfOne && document?.period?.[0] === document?.period?.[1];
  return (isOther ? -1 : 0) - (isOfMore && OF_SEVERAL_YEARS.test(clause) ? 1 : 0);
}

/** Not of the thing itself, but of a part of it or for each of something. */
const OF_A_PART =
  /人均|户均|单位(?=[^，。]{2})|每(?:[百千万亿]|一)?[\p{Script=Han}]{1,2}(?=[^，。])|比率|比重|占/gu;

/** Ways to measure that a clause has and the question has not. */
const unaskedMeasures = (clause: string, { text }: Query): number =>
  [...clause.matchAll(OF_A_PART)].some(([measure]) => !text.includes(measure)) ? 1 : 0;

/** With the clause before where one says only what became of something. */
function figuredClauses(sentence: string, asking: Asking): string[] {
  const clauses = clausesOf(sentence);
  return clauses.flatMap(([start, end], at) => {
    const text = sentence.slice(start, end);
    const from = isHeadless(text, at) ? (clauses[at - 1]?.[0] ?? start) : start;
    return hasFigure(text, asking) ? [sentence.slice(from, end)] : [];
  });
}
