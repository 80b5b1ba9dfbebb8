import type { Concept } from './query.ts';
import { flatten } from './question-text.ts';

/** Figures with a unit or decimals that the question asserts; bare years are not figures. */
export function statedFigures(text: string): string[] {
  return [
    ...text.matchAll(/\d[\d,.]*\s*(?:%|‰|万|亿|个|家|元|人|岁|件|吨|座|公里|项|所)|\d+\.\d+/gu),
  ]
    .map(([figure]) => flatten(figure))
    .filter((figure) => !/^(?:19|20)\d{2}/u.test(figure));
}

const ASKING = /多少|百分之几|千分之几|第?几[^乎]|几何/u;
/** Measures of a thing rather than things: that a sentence does not use the word means nothing. */
export const MEASURES =
  /^(?:任务|排位|位次|名次|排名|比例|占比|比重|比率|数量|总量|数|目标|指标|规模|产值|产量|面积|长度|投资额?|程度|水平|情况|时候|部门)$/u;

/** The thing whose figure is asked for: the noun the asking word belongs to. */
export function headOf(text: string, concepts: readonly Concept[]): Concept | undefined {
  const flat = flatten(text);
  const asking = ASKING.exec(flat) ?? /$/u.exec(flat);
  if (!asking) return undefined;
  const things = concepts.filter(
    ({ said, isThing }) => isThing && !MEASURES.test(said) && !ASKING.test(said),
  );
  const clause = flat.slice(asking.index).split(/[,，。;；?？!！]/u)[0] ?? '';
  const before = flat.slice(0, asking.index);
  const lastIn = (stretch: string): Concept | undefined =>
    things
      .filter(({ said }) => stretch.includes(said))
      .sort((a, b) => stretch.lastIndexOf(b.said) - stretch.lastIndexOf(a.said))[0];
  return lastIn(clause) ?? lastIn(before);
}

const ASKED_THINGS = /多少|第?几|哪|谁|什么|吗|百分之几/gu;

/** Whether a question asks more than one thing. */
export const asksMany = (text: string): boolean =>
  (text.match(ASKED_THINGS)?.length ?? 0) > 1 ||
  /分别|各自|各(?:要|多少|是|有|几)|、.*(?:多少|几)/u.test(text);
