import type { DocumentInfo } from '../model.ts';
import type { Mention } from './document-names.ts';
import { planNumberOf } from './years.ts';

/** What may stand around the number of a plan (九五, 十一五) where it is no quantity and no other plan's number. */
const BEFORE = '(?<![\\d.一二三四五六七八九十百千万亿第年月点之])';
const AFTER =
  '(?![\\d一二三四五六七八九十百千万亿折%％倍成个项条件名人家所座位次天年日月岁公度吨亩元大种类])(?:规划|计划)?(?:纲要)?';

/** A plan that no other shares its number with. */
interface NumberedPlan {
  readonly id: string;
  readonly said: RegExp;
}

/** Plans called by their number alone (九五计划, 十一五): of each number named the one plan that has it. */
export const planMentions = (flat: string, documents: readonly DocumentInfo[]): Mention[] =>
  numberedPlans(documents).flatMap(({ id, said }) => {
    const found = said.exec(flat);
    return found === null
      ? []
      : [{ name: found[0], start: found.index, documentId: id, exact: true }];
  });

const memo = new WeakMap<readonly DocumentInfo[], readonly NumberedPlan[]>();

/** The same list of documents is read once. */
function numberedPlans(documents: readonly DocumentInfo[]): readonly NumberedPlan[] {
  const known = memo.get(documents) ?? readNumbers(documents);
  memo.set(documents, known);
  return known;
}

function readNumbers(documents: readonly DocumentInfo[]): NumberedPlan[] {
  const ids = new Map<string, string[]>();
  for (const { id, kind, period } of documents) {
    const number = kind === 'five-year-plan' ? planNumberOf(period) : undefined;
    if (number !== undefined) ids.set(number, [...(ids.get(number) ?? []), id]);
  }
  return [...ids].flatMap(([number, [id, ...others]]) =>
    id === undefined || others.length > 0
      ? []
      : [{ id, said: new RegExp(`${BEFORE}${number}${AFTER}`, 'u') }],
  );
}
