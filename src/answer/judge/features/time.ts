import { askedYears, speaksOf } from '../../../understand/years.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether what it quotes is of the time asked for. */
export const time: JudgeFeature = {
  name: 'time',
  says: '1 the asked year is said, −1 only others are, 0 none is asked or known',
  value: ({ query, sentences: [best], documents: [document] }) => {
    if (!best) return 0;
    const years = askedYears(query.time, query.thisYear, document);
    const said = best.time;
    if (said.years.length + said.periods.length === 0) return 0;
    const right = best.assumed ? 0.5 : 1;
    if (years.length > 0) return years.some((year) => speaksOf(said, year)) ? right : -1;
    const { periods } = query.time;
    if (periods.length === 0) return 0;
    const isWithin = (year: number): boolean =>
      periods.some(([from, to]) => year >= from && year <= to);
    const meets =
      said.years.some(isWithin) ||
      said.periods.some(([from, to]) => isWithin(from) || isWithin(to));
    return meets ? right : -1;
  },
};
