import type { Indicator } from '../../model.ts';
import { flatPassage } from '../../retrieve/flat-passage.ts';
import { formIn } from '../../retrieve/matching.ts';
import type { Sentence } from '../../retrieve/sentences.ts';
import { clausesOf, sentencesOf } from '../../retrieve/sentences.ts';
import { escapeForPattern, flatten } from '../../understand/question-text.ts';
import {
  type Draft,
  type DraftClaim,
  type Evidence,
  leftOut,
  nearestOf,
  type Proof,
  placeOf,
} from '../draft.ts';
import { holdsNumber, numbersIn } from '../figures.ts';
import { isSupported } from '../support.ts';
import { asSentence } from '../windows.ts';
import {
  answersTime,
  hasAnswer,
  indicatorClaim,
  isAskedCellSet,
  isValue,
  NOT_SET,
} from './indicator-claim.ts';
import { matchIndicators, SURE } from './indicator-match.ts';
import { candidatesOf, claimOf } from './passage-answer.ts';

/** The row of a table of main indicators, with what the running text says differently. */
export function indicatorAnswer(evidence: Evidence): Draft | undefined {
  const { query, index } = evidence;
  const scope = query.scope.documentIds;
  const { absentRegions, parts } = query.scope;
  if (parts.length > 0 || (scope.length === 0 && absentRegions.length > 0)) return undefined;
  const rows = index.indicators.filter(
    ({ documentId }) => scope.length === 0 || scope.includes(documentId),
  );
  const property = /约束性|预期性/u.exec(query.text)?.[0];
  if (property && query.wants.has('list')) return ofProperty(property, rows, evidence);
  const matches = matchIndicators(query, rows);
  const meant = matches
    .map(({ indicator }) => indicator)
    .filter((indicator) => hasAnswer(query, indicator));
  const empty = matches.find(
    ({ score, indicator }) => score >= SURE && answersTime(query, indicator),
  );
  if (meant.length === 0 && empty)
    return { kind: 'none', claims: [], reason: emptyRow(empty.indicator) };
  const foreign = meant.length === 0 && scope.length > 0 ? onlyElsewhere(evidence) : undefined;
  if (foreign) return { kind: 'none', claims: [], reason: foreign };
  const shown = nearestOf(meant, ({ documentId }) => documentId, evidence);
  const claims = shown.flatMap((indicator) => claimsOf(indicator, evidence));
  const isEmpty = shown.every((indicator) => !isAskedCellSet(query, indicator));
  if (claims.length > 0 && (doubts(evidence) || isEmpty))
    claims.push(...otherSentences(evidence, claims));
  const notes = leftOut(meant.length, shown.length);
  return claims.length > 0 ? { kind: 'indicator', claims, notes } : undefined;
}

const emptyRow = ({ name, tableTitle }: Indicator): string =>
  `指标表里“${name}”一行没有给出数值（原表为“${NOT_SET}”或空格）。${tableTitle === '' ? '' : `见《${tableTitle}》。`}`;

/** From this match on the question says the name of an indicator outright. */
const BY_NAME = 0.9;

/** Names an indicator that other documents have, and nothing in those asked of even mentions. */
function onlyElsewhere({ query, index, hits, documents }: Evidence): string | undefined {
  const named = matchIndicators(query, index.indicators).filter(({ score }) => score >= BY_NAME);
  const [first] = named;
  if (!first) return undefined;
  const name = flatten(first.indicator.name);
  const isMentioned = hits.some(
    ({ passage }) =>
      query.scope.documentIds.includes(passage.documentId) &&
      formIn(name, flatPassage(passage).text) > 0,
  );
  if (isMentioned) return undefined;
  const places = named.map(({ indicator }) => placeOf(documents.get(indicator.documentId)));
  return `所问的文件没有“${first.indicator.name}”这项指标；有这项指标的是${[...new Set(places)].slice(0, 5).join('、')}。`;
}

/** The question asks which of two figures holds: every place that gives one is shown. */
const doubts = ({ query }: Evidence): boolean =>
  query.wants.has('check') || /到底|两处|现状还是|还是/u.test(query.text);

const MAX_OTHER_SENTENCES = 2;
/** Another place counts when it says nearly all that the question says. */
const SAME_FACT = {
  minCoverage: 0.6,
  minCoverageAnywhere: 0.6,
  minFigureCoverage: 0.6,
  maxUnknown: 0.6,
};

function otherSentences(evidence: Evidence, known: readonly DraftClaim[]): DraftClaim[] {
  return candidatesOf(evidence)
    .filter(
      ({ sentence }) =>
        isSupported({ ...evidence.query, head: undefined }, sentence, SAME_FACT) &&
        /\d/u.test(sentence.flat),
    )
    .map((candidate) => claimOf(evidence.query, candidate))
    .filter(({ proofs }) =>
      known.every((claim) => claim.proofs[0]?.passage.id !== proofs[0]?.passage.id),
    )
    .slice(0, MAX_OTHER_SENTENCES);
}

/** All indicators of a property, in the order of the table. */
function ofProperty(
  property: string,
  rows: readonly Indicator[],
  { index, documents }: Evidence,
): Draft | undefined {
  const claims = rows
    .filter((indicator) => indicator.property === property)
    .flatMap((indicator): DraftClaim[] => {
      const passage = index.passage(indicator.passageId);
      if (!passage) return [];
      const text = `${placeOf(documents.get(indicator.documentId))}：${indicator.name}（${property}）`;
      return [{ text, proofs: [{ passage, quote: passage.quotable }] }];
    });
  return claims.length > 0 ? { kind: 'indicator', claims } : undefined;
}

/** The row, and the note under the table that qualifies it. */
function proofsOf({ passageId, documentId, note }: Indicator, { index }: Evidence): Proof[] {
  const row = index.passage(passageId);
  const wanted = note && flatten(note);
  const noted = index
    .passagesOf(documentId)
    .find(({ kind, text }) => wanted && kind === 'note' && flatten(text).includes(wanted));
  return [row, noted].flatMap((passage) => (passage ? [{ passage, quote: passage.quotable }] : []));
}

/** The cell, and the text's own figure where it is another one. */
export function claimsOf(
  indicator: Indicator,
  evidence: Evidence,
  withDifference = true,
): DraftClaim[] {
  const { query, documents } = evidence;
  const proofs = proofsOf(indicator, evidence);
  const claim = indicatorClaim(
    query,
    indicator,
    proofs,
    documents.get(indicator.documentId),
    withDifference,
  );
  const other = otherMention(indicator, evidence);
  if (!other) return [claim];
  const quote = clauseNaming(indicator, other);
  return [
    claim,
    { text: `正文另有写法：${asSentence(quote)}`, proofs: [{ passage: other.passage, quote }] },
  ];
}

const UNIT_FIGURE = (unit: string): RegExp =>
  new RegExp(`\\d[\\d.]*\\s*${escapeForPattern(unit)}`, 'u');

/** The clause of a sentence that names the indicator. */
function clauseNaming({ name }: Indicator, { text }: Sentence): string {
  const clause = clausesOf(text)
    .map(([start, end]) => text.slice(start, end))
    .find((part) => flatten(part).includes(flatten(name)));
  return clause ?? text;
}

/** A sentence of the running text that names the indicator and gives it a figure no cell of the row holds. */
function otherMention(indicator: Indicator, { hits, documents }: Evidence): Sentence | undefined {
  const name = flatten(indicator.name);
  const cells = [indicator.base, indicator.target].filter(isValue).flatMap(numbersIn);
  const figure = UNIT_FIGURE(flatten(indicator.unit ?? ''));
  return hits
    .filter(({ passage }) => passage.documentId === indicator.documentId && passage.kind === 'text')
    .flatMap(({ passage }) => [...sentencesOf(passage, documents.get(passage.documentId))])
    .find((sentence) => {
      const at = sentence.flat.indexOf(name);
      if (at < 0 || formIn(name, sentence.flat) < 1) return false;
      const after = sentence.flat.slice(at + name.length, at + name.length + 16);
      const value = figure.exec(after)?.[0];
      return (
        value !== undefined &&
        numbersIn(value).some(
          (number) => !cells.includes(number) || isMisplaced(indicator, number, sentence),
        )
      );
    });
}

/** The text gives the base as a target, or a target as the base. */
function isMisplaced(
  { base, target, baseYear, targetYear }: Indicator,
  number: string,
  { time, text }: Sentence,
): boolean {
  const isBase = isValue(base) && numbersIn(base).includes(number);
  const isTarget = isValue(target) && numbersIn(target).includes(number);
  const saysBoth = [base, target].every(
    (cell) => isValue(cell) && numbersIn(cell).every((one) => holdsNumber(text, one)),
  );
  if (saysBoth) return false;
  const ofTarget = time.years.includes(targetYear) && !time.years.includes(baseYear);
  const ofBase = time.years.includes(baseYear) && !time.years.includes(targetYear);
  return (ofTarget && isBase && !isTarget) || (ofBase && isTarget && !isBase);
}
