import { compileWordings, type Wording } from './wordings.ts';

/** Years counted from this year: 今年 0, 去年 −1, 明年 1. Which year that is, the document or the clock says. */
export const RELATIVE_YEARS: readonly Wording<number>[] = [
  { says: '今年|本年度?|这一年|当年(?!的)', means: 0, like: '今年要建几所', unlike: '近年来' },
  {
    says: '去年|上年度?|上一年度?|头年',
    means: -1,
    like: '去年完成了多少',
    unlike: '过去五年',
  },
  { says: '前年', means: -2, like: '前年是多少', unlike: '前几年' },
  { says: '明年|下一?年度?|来年', means: 1, like: '明年的目标', unlike: '未来五年' },
  { says: '(?<!今)后年(?!均)', means: 2, like: '后年能通车吗', unlike: '今后年均增长' },
];

/** 同比增长、比上年 compare with a year and do not ask for it. */
const COMPARED = /(?:比|较|与|同)(?:上年|去年|上一年)(?:同期)?/gu;

const find = compileWordings(RELATIVE_YEARS);

/** Each once, in the order of the text. Reads a normalised text. */
export const relativeYearsIn = (text: string): number[] => [
  ...new Set(find(text.replace(COMPARED, ' ')).map(({ means }) => means)),
];
