import type { IndicatorGroup } from '../../../app.ts';
import { readPrinted } from '../comparing/printed-value.ts';

/** Indicators that most documents give in plain numbers for both years, few of each category. */
export function keyIndicators(groups: readonly IndicatorGroup[], count: number): IndicatorGroup[] {
  const most = Math.max(0, ...groups.map(({ rows }) => rows.length));
  const plain = groups.filter(
    ({ rows }) =>
      rows.length === most &&
      rows.every(({ base, target }) =>
        [base, target].every((cell) => readPrinted(cell).kind === 'number'),
      ),
  );
  const byTurn = plain.map((group, at) => ({
    group,
    turn: plain.slice(0, at).filter(({ category }) => category === group.category).length,
  }));
  const chosen = new Set(
    byTurn
      .sort((a, b) => a.turn - b.turn)
      .slice(0, count)
      .map(({ group }) => group),
  );
  return plain.filter((group) => chosen.has(group));
}
