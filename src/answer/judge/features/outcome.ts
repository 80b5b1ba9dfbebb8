import { asksOutcome } from '../../outcome.ts';
import type { JudgeFeature } from '../considered.ts';

const REPORTS =
  /已经?(?!有)|成功|完成了|实现了|建成投|获评|入选|荣获|被(?:评|列|命名|确定|授予)|全部完成/u;

/** A document of a plan does not know whether it came about. */
export const outcome: JudgeFeature = {
  name: 'outcome',
  says: 'asked whether it came about: 1 it reports so, −1 it only plans; 0 not asked',
  value: ({ query, quoted, headings }) => {
    if (!asksOutcome(query)) return 0;
    return REPORTS.test(quoted) || /成就|成绩|成效|执行情况|回顾/u.test(headings) ? 1 : -1;
  },
};
