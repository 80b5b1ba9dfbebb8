import type { Computed, DocumentInfo, Indicator } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import { type DraftClaim, type Proof, placeOf } from '../draft.ts';

export const NOT_SET = '——';

/** A cell that states a value. */
export const isValue = (cell: string | null): cell is string =>
  cell !== null && !/^[—–-]+$/u.test(cell.trim());

const PLAIN_FIGURE = /^(-?\d[\d.]*)(%?)$/u;

/** A bare figure with its unit (75%); anything else as printed (4.5以内), the unit then stands at the name. */
export function withUnit(cell: string, unit: string | null): string {
  const figure = PLAIN_FIGURE.exec(cell.trim());
  return figure && unit ? `${figure[1]}${figure[2] || unit}` : cell.replace(/\s+/gu, ' ').trim();
}

const isPlain = (cell: string | null): boolean => !isValue(cell) || PLAIN_FIGURE.test(cell.trim());

/** [4.08], 〔1.76〕 are totals over the period; of anything else the column does not tell which of both it is. */
function changeText(change: string): string {
  const total = /^[[〔［]\s*(.+?)\s*[\]〕］]$/u.exec(change.trim());
  return total ? `累计${total[1]}` : `年均增速/[累计]栏为${change.replace(/\s+/gu, '')}`;
}

/** What a cell says of its year. */
function cellText(
  year: number,
  role: '目标' | '为',
  cell: string | null,
  unit: string | null,
): string {
  if (cell === null) return `${year}年一格原文缺失`;
  return isValue(cell)
    ? `${year}年${role}${withUnit(cell, unit)}`
    : `${year}年一栏为“${NOT_SET}”，没有给出数值`;
}

/** Which of its years a question asks of an indicator; both where it names none of them. */
export function askedYears(
  query: Query,
  { baseYear, targetYear }: Indicator,
): ('base' | 'target')[] {
  const { years, now } = query.time;
  if (years.length === 0) return now ? ['base', 'target'] : ['target', 'base'];
  const asked: ('base' | 'target')[] = [];
  for (const year of years) {
    if (year === baseYear) asked.push('base');
    if (year === targetYear) asked.push('target');
  }
  return asked;
}

/** Whether the row says anything of the time asked for. */
export function answersTime(query: Query, indicator: Indicator): boolean {
  const { years } = query.time;
  if (years.length === 0) return true;
  const inPeriod =
    years.length > 1 &&
    years.some((year) => year === indicator.baseYear || year === indicator.targetYear);
  return (
    inPeriod || years.every((year) => year === indicator.baseYear || year === indicator.targetYear)
  );
}

/** Whether the cell of a year asked for holds a value. */
export const isAskedCellSet = (query: Query, indicator: Indicator): boolean =>
  askedYears(query, indicator).some((year) =>
    isValue(year === 'base' ? indicator.base : indicator.target),
  );

/** Whether a cell asked for holds a value, or another one at least a figure to tell instead. */
export function hasAnswer(query: Query, indicator: Indicator): boolean {
  const { base, target, change } = indicator;
  const hasFigure = [base, target, change].some((cell) => isValue(cell) && /\d/u.test(cell));
  return answersTime(query, indicator) && (isAskedCellSet(query, indicator) || hasFigure);
}

/** One line: the target with the base beside it, or the other way round when only the base is asked for. */
export function indicatorClaim(
  query: Query,
  indicator: Indicator,
  proofs: readonly Proof[],
  document: DocumentInfo | undefined,
  withDifference = true,
): DraftClaim {
  const { base, target, change, unit, property, note, baseYear, targetYear } = indicator;
  const asked = askedYears(query, indicator);
  const targetFirst = asked[0] !== 'base' || asked.length > 1;
  const targetPart = cellText(targetYear, '目标', target, unit);
  const basePart = cellText(baseYear, '为', base, unit);
  const asides = [
    targetFirst ? basePart : targetPart,
    ...(isValue(change) ? [changeText(change)] : []),
    ...(property ? [property] : []),
  ];
  const noteText = note ? `注：${note.replace(/\s+/gu, '')}` : '';
  const name =
    unit && ![base, target].every(isPlain) ? `${indicator.name}（${unit}）` : indicator.name;
  const text = `${placeOf(document)}${name}：${targetFirst ? targetPart : basePart}（${asides.join('，')}）。${noteText}`;
  const computed = withDifference ? differenceOf(query, indicator) : undefined;
  return {
    text: computed
      ? `${text}相差${computed.value}${unit === '%' ? '个百分点' : (unit ?? '')}（计算所得）。`
      : text,
    proofs,
    ...(computed ? { computed: [computed] } : {}),
  };
}

/** Target minus base, when the question wants to know how far apart they are. */
function differenceOf(query: Query, { base, target }: Indicator): Computed | undefined {
  if (
    !/高几|高多少|低多少|差多少|相差|提高多少|提高几|增加多少|增加几|降低?多少|降低?几|要高|涨多少|多多少|少多少/u.test(
      query.text,
    )
  )
    return undefined;
  const from = [base, target].map((cell) =>
    cell === null ? undefined : PLAIN_FIGURE.exec(cell.trim())?.[1],
  );
  const [low, high] = from;
  if (low === undefined || high === undefined) return undefined;
  const places = Math.max(...[low, high].map((figure) => figure.split('.')[1]?.length ?? 0));
  return {
    value: Math.abs(Number(high) - Number(low)).toFixed(places),
    how: 'difference',
    from: [high, low],
  };
}
