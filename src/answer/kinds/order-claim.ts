import type { Computed, Indicator } from '../../model.ts';
import { type DraftClaim, type Evidence, nearestOf, placeOf } from '../draft.ts';
import { askedYears, isValue, withUnit } from './indicator-claim.ts';
import { matchIndicators } from './indicator-match.ts';

const ASKS_ORDER =
  /最|谁高|谁多|谁低|排.{0,2}序|哪个.{0,2}(?:高|低|多|少)|谁|差多少|相差|高多少|高几|低几/u;
const ASKS_DIFFERENCE = /差多少|相差|差几|差距|高多少|高几|低多少|低几/u;

interface Valued {
  readonly indicator: Indicator;
  /** The cell of the year asked for, as printed. */
  readonly cell: string;
  /** Its first figure. */
  readonly figure: string;
  readonly year: number;
}

/** Targets from the highest to the lowest, when the question asks who is ahead; the order is worked out here. */
export function orderClaim(evidence: Evidence): DraftClaim | undefined {
  const { query, index, documents } = evidence;
  if (!ASKS_ORDER.test(query.text)) return undefined;
  const ordered = valuesOf(evidence).sort((a, b) => Number(b.figure) - Number(a.figure));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last || ordered.length < 2) return undefined;
  const units = new Set(ordered.map(({ indicator }) => indicator.unit));
  const named = ordered.map(({ indicator, cell, figure }, at) => {
    const before = ordered[at - 1];
    const sign =
      before === undefined ? '' : Number(before.figure) === Number(figure) ? ' ＝ ' : ' ＞ ';
    const place = placeOf(documents.get(indicator.documentId));
    return `${sign}${place}${units.size > 1 ? withUnit(cell, indicator.unit) : cell.replace(/\s+/gu, '')}`;
  });
  const isAsked = ASKS_DIFFERENCE.test(query.text) && units.size === 1;
  const computed = isAsked ? differenceOf(first, last) : undefined;
  const { name, unit, targetYear } = first.indicator;
  const points = unit === '%' ? '个百分点' : (unit ?? '');
  const apart = computed ? `最高与最低相差${computed.value}${points}（计算所得）。` : '';
  const what = units.size === 1 && unit ? `${name}（${unit}）` : name;
  return {
    text: `${what}${first.year}年${first.year === targetYear ? '目标' : ''}由高到低：${named.join('')}。${apart}`,
    proofs: ordered.flatMap(({ indicator }) => {
      const passage = index.passage(indicator.passageId);
      return passage ? [{ passage, quote: passage.quotable }] : [];
    }),
    ...(computed ? { computed: [computed] } : {}),
  };
}

function valuesOf(evidence: Evidence): Valued[] {
  const { query, index } = evidence;
  const { everyRegion, regions, documentIds } = query.scope;
  const isMeant = (id: string): boolean =>
    documentIds.includes(id) || (everyRegion && regions.length < 2);
  const rows = matchIndicators(
    query,
    index.indicators.filter(({ documentId }) => isMeant(documentId)),
  ).map(({ indicator }) => indicator);
  return nearestOf(rows, ({ documentId }) => documentId, evidence).flatMap((indicator) => {
    const asked = askedYears(query, indicator);
    const isOfBase = asked.length === 1 && asked[0] === 'base';
    const cell = isOfBase ? indicator.base : indicator.target;
    const year = isOfBase ? indicator.baseYear : indicator.targetYear;
    const figure = isValue(cell) ? /\d+(?:\.\d+)?/u.exec(cell)?.[0] : undefined;
    return cell === null || figure === undefined ? [] : [{ indicator, cell, figure, year }];
  });
}

function differenceOf({ figure: high }: Valued, { figure: low }: Valued): Computed {
  const places = Math.max(...[high, low].map((figure) => figure.split('.')[1]?.length ?? 0));
  return {
    value: (Number(high) - Number(low)).toFixed(places),
    how: 'difference',
    from: [high, low],
  };
}
