import { clausesNearest } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

/** Ways to give a figure, as a question asks for each and as a text says each before the figure. */
const MANNERS = [
  {
    asked: /增|涨|升|降|减|增速|速度|变化|多了|少了|几个点|翻/u,
    said: /(?:增长|增幅|增速|下降|降低|减少|上升|提高|提升)(?:了|约|为|达)?(?:\d|百分之|[一二三四五六七八九十])/u,
  },
  { asked: /年均|每年|平均|一年/u, said: /年均|平均每年/u },
  {
    asked: /累计|一共|总共|合计|[两三四五六七八九十]年|“?十[一二三四五]五|五年/u,
    said: /累计|[两三四五六七八九十]年(?:来|间|内|共)/u,
  },
  { asked: /人均|户均|平均|每|单位/u, said: /人均|户均|每[百千万]?[人户]|单位/u },
  { asked: /占|比重|比例|份额|率|几成|百分/u, said: /占|比重|比例/u },
] as const;

/** Whether the figure is given in the manner that is asked: a growth is no level, a year's no average. */
export const manner: JudgeFeature = {
  name: 'manner',
  says: 'of the best clause with a figure, minus the number of ways to give one (growth, yearly, in all, per head, share) that it says and the question does not ask; −5–0',
  value: ({ query: { unit, text }, evidence, quoted }) => {
    if (unit === undefined) return 0;
    const gives = (clause: string): boolean => unit.figure.test(clause);
    const [best = ''] = clausesNearest(quoted, evidence, gives);
    return -MANNERS.filter(({ asked, said }) => said.test(best) && !asked.test(text)).length;
  },
};
