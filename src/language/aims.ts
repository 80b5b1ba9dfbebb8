import { compileWordings, type Wording } from './wordings.ts';

/** What is to be reached, or what came about. */
export type Planned = 'target' | 'result';

/** How people ask for the one or the other. Where both are said the question says neither. */
export const AIMS: readonly Wording<Planned>[] = [
  { says: '目标|指标值|预期(?!寿命)', means: 'target', like: '增速目标是多少', unlike: '去年多少' },
  {
    says: '今年|明年|后年|未来|今后|下一步|接下来',
    means: 'target',
    like: '今年建几所',
    unlike: '近年来',
  },
  {
    says: '(?<!主|重|需|纲|概|摘|首|必)要(?!求|素|道|闻|是|点|么)|打算|准备|计划(?=[^。,，]{0,12}(?:多少|几))|拟|力争|争取|想(?=[^问知了]{0,10}(?:多少|几))',
    means: 'target',
    like: '森林覆盖率要到多少',
    unlike: '有什么要求',
  },
  {
    says: '提[高升]到|控制在|不超过|不低于|达到多少|压[到减]',
    means: 'target',
    like: '失业率控制在多少',
    unlike: '失业率多少',
  },
  {
    says: '去年|前年|上年|过去|前几年|这几年|近年|以前|历史上',
    means: 'result',
    like: '去年财政收入多少',
    unlike: '今年多少',
  },
  {
    says: '完成了|完成(?:得|情况)|实现了|达到了|到了|实际|已经|已(?=[^不有])|现有|现在|目前|眼下|如今|当前|现状|基数|截至',
    means: 'result',
    like: '目前有几家',
    unlike: '要有几家',
  },
  {
    says: '(?<=[\\p{Script=Han}])了(?=多少|几|哪些|什么|个|没)|多少了(?:$|[?？。])|了没有?|成没成|过(?=多少|几)',
    means: 'result',
    like: '新修了多少公里',
    unlike: '修多少公里',
  },
  {
    says: '成就|成绩|回顾|成效|做得怎么样|干得怎么样',
    means: 'result',
    like: '取得了哪些成就',
    unlike: '重点任务',
  },
];

const find = compileWordings(AIMS);

/** Null where the wording says neither or both: then the years asked and the document decide. */
export function plannedIn(text: string): Planned | null {
  const said = new Set(find(text).map(({ means }) => means));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}

/** The text without what it says of being planned or done, which another time may not be. */
export const withoutAims = (text: string): string =>
  find(text).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
