import { compileWordings, type Wording } from './wordings.ts';

/** What stretch of time a figure is of: one year, or several together. */
export type Span = 'year' | 'years';

export const SPANS: readonly Wording<Span>[] = [
  {
    says: '年均|平均每年|累计|合计|[五5]年(?:来|间|里|内|共|一共|总共|累计|期间)?(?!规划|计划)|(?:过去|未来|今后|这|前)[几五5]年',
    means: 'years',
    like: '五年累计新增就业',
    unlike: '今年新增就业',
  },
  {
    says: '十[一二三四五六七八九]五(?:时期|期间|这五年)',
    means: 'years',
    like: '十四五期间建几所学校',
    unlike: '十四五规划',
  },
  {
    says: '今年|去年|前年|明年|本年|上年|当年|每年|(?:19|20)\\d{2}年',
    means: 'year',
    like: '2025年是多少',
    unlike: '五年一共多少',
  },
  {
    says: '十[一二三四五六七八九]五[”"]?末',
    means: 'year',
    like: '十四五末是多少',
    unlike: '十四五建几座',
  },
];

const find = compileWordings(SPANS);

/** Several years where any wording says so (2024年累计 is of one year: it is said first). */
export function spanIn(text: string): Span | null {
  const said = find(text).map(({ means }) => means);
  return said.includes('years') && !said.includes('year') ? 'years' : (said[0] ?? null);
}
