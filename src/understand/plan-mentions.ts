import type { DocumentInfo } from '../model.ts';
import type { Mention } from './document-names.ts';
import { planNumberOf } from './years.ts';

/** What may stand around the number of a plan (九五, 十一五) where it is no quantity and no other plan's number. */
const BEFORE = '(?<![\\d.一二三四五六七八九十百千万亿第年月点之])';
const AFTER =
  '(?![\\d一二三四五六七八九十百千万亿折%％倍成个项条件名人家所座位次天年日月岁公里度吨亩元大种类])(?:规划|计划)?(?:纲要)?';

/** Plans called by their number alone (九五计划, 十一五): of each number named the one plan that has it. */
export function planMentions(flat: string, documents: readonly DocumentInfo[]): Mention[] {
  const plans = documents.filter(({ kind }) => kind === 'five-year-plan');
  return plans.flatMap((plan) => {
    const number = planNumberOf(plan.period);
    const isOnly = plans.every(
      ({ id, period }) => id === plan.id || planNumberOf(period) !== number,
    );
    if (number === undefined || !isOnly) return [];
    const [found] = flat.matchAll(new RegExp(`${BEFORE}${number}${AFTER}`, 'gu'));
    return found === undefined
      ? []
      : [{ name: found[0], start: found.index, documentId: plan.id, exact: true }];
  });
}
