import type { Indicator } from '../../model.ts';
import { flatPassage } from '../../retrieve/flat-passage.ts';
import { formIn } from '../../retrieve/matching.ts';
import { escapeForPattern, flatten } from '../../understand/question-text.ts';
import {
  type Candidate,
  type DraftClaim,
  type Evidence,
  leftOut,
  nearestOf,
  type Proof,
  placeOf,
} from '../draft.ts';
import { numbersIn } from '../figures.ts';
import { asSentence } from '../windows.ts';
import {
  answersTime,
  hasAnswer,
  indicatorClaim,
  isAskedCellSet,
  isValue,
} from './indicator-claim.ts';
import { type IndicatorMatch, matchIndicators } from './indicator-match.ts';
import { tellingSentences } from './sentence-kind.ts';

/** Rows of the tables of main indicators: the one meant, those of several places, those of a property. */
export function rowKind(evidence: Evidence): readonly Candidate[] {
  const { query, index } = evidence;
  const scope = query.scope.documentIds;
  const rows = index.indicators.filter(
    ({ documentId }) => scope.length === 0 || scope.includes(documentId),
  );
  const property = /约束性|预期性/u.exec(query.text)?.[0];
  const matches = matchIndicators(query, rows);
  const shown = nearestOf(matches, ({ indicator }) => indicator.documentId, evidence);
  return [
    ...(property ? ofProperty(property, rows, evidence) : []),
    ...(shown.length > 0 ? [ofMeant(matches.length, shown, evidence)] : []),
  ];
}

function ofMeant(all: number, shown: readonly IndicatorMatch[], evidence: Evidence): Candidate {
  const { query } = evidence;
  const claims = shown.flatMap(({ indicator }) => rowClaims(indicator, evidence));
  const isEach = (holds: (indicator: Indicator) => boolean): number =>
    shown.every(({ indicator }) => holds(indicator)) ? 1 : -1;
  return {
    kind: 'indicator',
    way: 'row',
    claims,
    notes: leftOut(all, shown.length),
    signs: {
      rowMatch: shown[0]?.score ?? 0,
      rowTime: isEach((indicator) => answersTime(query, indicator)),
      rowSet: isEach((indicator) => isAskedCellSet(query, indicator)),
    },
  };
}

/** The row the question means of the documents it is asked of, where one says what is asked. */
export function bestRow({ query, index }: Evidence): Indicator | undefined {
  const { documentIds } = query.scope;
  const rows = index.indicators.filter(({ documentId }) => documentIds.includes(documentId));
  return matchIndicators(query, rows)
    .map(({ indicator }) => indicator)
    .find((indicator) => hasAnswer(query, indicator));
}

/** All indicators of a property, counted, in the order of the table. */
function ofProperty(
  property: string,
  rows: readonly Indicator[],
  { index, documents }: Evidence,
): Candidate[] {
  const meant = rows.filter((indicator) => indicator.property === property);
  const ids = [...new Set(meant.map(({ documentId }) => documentId))];
  const claims = ids.flatMap((id): DraftClaim[] => {
    const own = meant.filter(({ documentId }) => documentId === id);
    const proofs = own.flatMap(({ passageId }) => {
      const passage = index.passage(passageId);
      return passage ? [{ passage, quote: passage.quotable }] : [];
    });
    const value = String(own.length);
    const names = own.map(({ name }) => name).join('、');
    return [
      {
        text: `${placeOf(documents.get(id))}${property}指标共${value}项：${names}。`,
        proofs,
        computed: [{ value, how: 'count', from: [] }],
      },
    ];
  });
  return claims.length > 0
    ? [{ kind: 'indicator', way: 'rows', claims, signs: { counted: 1 } }]
    : [];
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
export function rowClaims(indicator: Indicator, evidence: Evidence): DraftClaim[] {
  const { query, documents } = evidence;
  const document = documents.get(indicator.documentId);
  const claim = indicatorClaim(query, indicator, proofsOf(indicator, evidence), document);
  const other = otherMention(indicator, evidence);
  return other ? [claim, other] : [claim];
}

/** A clause of the running text that names the indicator and gives it a figure no cell of the row holds. */
function otherMention(indicator: Indicator, evidence: Evidence): DraftClaim | undefined {
  const name = flatten(indicator.name);
  const cells = [indicator.base, indicator.target].filter(isValue).flatMap(numbersIn);
  const figure = new RegExp(
    `\\d[\\d.]*\\s*${escapeForPattern(flatten(indicator.unit ?? ''))}`,
    'u',
  );
  for (const { passage, text } of tellingSentences(evidence)) {
    if (passage.documentId !== indicator.documentId || formIn(name, flatPassage(passage).text) < 1)
      continue;
    const flat = flatten(text);
    const at = flat.indexOf(name);
    const value =
      at < 0 ? undefined : figure.exec(flat.slice(at + name.length, at + name.length + 16))?.[0];
    if (value === undefined || numbersIn(value).every((number) => cells.includes(number))) continue;
    const clause =
      text.split(/(?<=[，。；])/u).find((part) => flatten(part).includes(name)) ?? text;
    return {
      text: `正文另有写法：${asSentence(clause)}`,
      proofs: [{ passage, quote: clause.trim() }],
    };
  }
  return undefined;
}
