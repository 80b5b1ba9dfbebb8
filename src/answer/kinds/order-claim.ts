import type { Computed } from '../../model.ts';
import type { DraftClaim } from '../draft.ts';
import { clausesNearest } from '../meaning.ts';
import type { Asking } from '../windows.ts';

/** A claim with the name of what it is of. */
export interface Placed {
  readonly label: string;
  readonly claim: DraftClaim;
  /** What was asked of it. */
  readonly asking: Asking;
}

interface Valued extends Placed {
  /** As printed, unit included. */
  readonly printed: string;
  /** Its number as printed. */
  readonly digits: string;
  /** What it stands in, up to it. */
  readonly clause: string;
  readonly unit: string;
  /** In units of one. */
  readonly value: number;
}

const FIGURE =
  /(?<digits>\d+(?:\.\d+)?)(?<range>[%‰]?\s*[—–~～-]\s*\d+(?:\.\d+)?)?\s*(?<scale>[万亿]{0,2})(?<unit>个?百分点|%|‰|公里|平方公里|平方米|亩|公顷|千瓦时|千瓦|立方米|吨|斤|公斤|元|美元|人次|人|户|家|个|项|件|座|处|所|张|台|套|辆|列|条|只|岁|天|年|微克|毫克|∶1|:1)?(?<hedge>以上|左右|以内)?/gu;

const SCALES: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const YEAR = /^(?:19|20)\d{2}$/u;
/** Most figures to set in order on one line. */
const MOST = 8;

/**
 * From the highest to the lowest with the difference between the first and the last; only of like figures. The figures
 * stand in the claims that are set in order, with the words that say how each is meant.
 */
export function orderClaim(placed: readonly Placed[]): DraftClaim | undefined {
  const valued = likeFigures(placed.map(figuresOf).filter(({ length }) => length > 0));
  if (valued.length < 2 || valued.length > MOST || !areAlike(valued)) return undefined;
  const ordered = valued.toSorted((a, b) => b.value - a.value);
  const [high, low] = [ordered[0], ordered.at(-1)];
  const computed = high && low ? differenceOf(high, low) : undefined;
  const aimed = ordered.every(isAimed) ? '目标' : '';
  return {
    text: `${aimed}由高到低：${lineOf(ordered)}。${computed ? `最高与最低相差${computed.said}（计算所得）。` : ''}`,
    proofs: ordered.flatMap(({ claim }) => claim.proofs),
    ...(computed && { computed: [computed.figure] }),
  };
}

const lineOf = (ordered: readonly Valued[]): string =>
  ordered
    .map(({ label, value }, at) => {
      const before = ordered[at - 1]?.value;
      return before === undefined ? label : `${before === value ? ' ＝ ' : ' ＞ '}${label}`;
    })
    .join('');

/** A growth is not set beside a level, nor what is of a year beside what is of several. */
const MANNERS = [
  /年均|平均/u,
  /累计|连续|[两三四五六七八九十]年(?:来|间|内|共)/u,
  /增长|增速|增幅|提高|提升|上升|下降|降低|减少|新增|净增/u,
];

function areAlike(valued: readonly Valued[]): boolean {
  const manners = valued.map(({ clause }) => MANNERS.map((manner) => manner.test(clause)).join());
  return new Set(manners).size === 1;
}

const AIMED = /目标|预期(?!性)|力争|争取/u;

/** Whether what gives the figure says itself that it is only aimed at. */
const isAimed = ({ claim }: Placed): boolean =>
  claim.proofs.every(({ quote }) => AIMED.test(quote));

/** Of each the first figure of the unit that all of them have, and have nearest to the question. */
function likeFigures(all: readonly (readonly Valued[])[]): Valued[] {
  const [first = []] = all;
  const places = (unit: string): number[] =>
    all.map((figures) => figures.findIndex((figure) => figure.unit === unit));
  const far = (unit: string): number => places(unit).reduce((sum, place) => sum + place, 0);
  const [unit] = [...new Set(first.map((figure) => figure.unit))]
    .filter((one) => places(one).every((place) => place >= 0))
    .sort((a, b) => far(a) - far(b));
  return unit === undefined
    ? []
    : all.flatMap((figures) => figures.find((figure) => figure.unit === unit) ?? []);
}

/** Whether a text gives a figure of the asked kind. */
export const hasFigure = (text: string, asking: Asking): boolean =>
  figureIn(plainly(text), { label: '', claim: { text, proofs: [] }, asking }) !== undefined;

const plainly = (text: string): string => text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/gu, '');

/** The figures of the asked kind that a claim gives, that of the clause nearest to the question first. */
function figuresOf(placed: Placed): Valued[] {
  return clausesNearest(plainly(placed.claim.text), placed.asking).flatMap(
    (clause) => figureIn(clause, placed) ?? [],
  );
}

function figureIn(clause: string, placed: Placed): Valued | undefined {
  const { unit, figures } = placed.asking.query;
  for (const match of clause.matchAll(FIGURE)) {
    const { digits = '', scale = '', unit: said = '', range = '' } = match.groups ?? {};
    const isYear = YEAR.test(digits) && (said === '' || said === '年');
    const isBare = said === '' && scale === '';
    if (isYear || isBare || figures.includes(match[0])) continue;
    if (unit && !unit.figure.test(match[0])) continue;
    return {
      ...placed,
      printed: match[0].trim(),
      digits,
      clause: clause.slice(0, match.index),
      unit: said,
      value: Number(digits) * (SCALES[scale] ?? 1) + (range === '' ? 0 : 1e-9),
    };
  }
  return undefined;
}

function differenceOf(high: Valued, low: Valued): { said: string; figure: Computed } | undefined {
  const tail = (one: Valued): string =>
    one.printed.slice(one.printed.indexOf(one.digits) + one.digits.length);
  const isAlike =
    tail(high).replace(/以上|左右|以内/u, '') === tail(low).replace(/以上|左右|以内/u, '');
  if (!isAlike || high.value === low.value || /[—–~～-]/u.test(tail(high))) return undefined;
  const places = Math.max(...[high, low].map(({ digits }) => digits.split('.')[1]?.length ?? 0));
  const value = String(Number((Number(high.digits) - Number(low.digits)).toFixed(places)));
  const unit = tail(high)
    .replace(/以上|左右|以内/u, '')
    .replace('%', '个百分点');
  return {
    said: `${value}${unit}`,
    figure: { value, how: 'difference', from: [high.digits, low.digits] },
  };
}
