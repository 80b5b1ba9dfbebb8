import type { DocumentInfo } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import type { YearsSaid } from '../../understand/years.ts';

/** A time that is set beside another, and what is asked of it. */
export interface Moment {
  readonly label: string;
  readonly asked: Pick<Query, 'time' | 'planned'>;
}

const NO_TIME: YearsSaid = { years: [], periods: [], now: false };

/** Times that a question sets side by side within one document: those it names, else what came about and what is planned. */
export function momentsOf({ time }: Query, { period }: DocumentInfo): Moment[] {
  const named: YearsSaid[] = [
    ...(time.relative ?? []).map((year) => ({ ...NO_TIME, relative: [year] })),
    ...time.years.map((year) => ({ ...NO_TIME, years: [year] })),
    ...time.periods.map((one) => ({ ...NO_TIME, periods: [one] })),
  ];
  const [first, second, ...others] = named;
  if (first && second && others.length === 0)
    return [
      { label: '前者', asked: { time: first, planned: null } },
      { label: '后者', asked: { time: second, planned: null } },
    ];
  if (period === null) return [];
  const [from, to] = period;
  return [
    { label: '此前', asked: { time: { ...NO_TIME, years: [from - 1] }, planned: 'result' } },
    { label: '计划', asked: { time: { ...NO_TIME, years: [to] }, planned: 'target' } },
  ];
}
