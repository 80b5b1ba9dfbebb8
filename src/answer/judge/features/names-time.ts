import type { JudgeFeature } from '../considered.ts';

const ASKED = 0.4;
const TIME = /\d{4}年|\d{1,2}月|年底|年内|年末|[上下]半年|十[一二三四五六]五|季度|五年/u;

/** When is answered by a time. */
export const namesTime: JudgeFeature = {
  name: 'namesTime',
  says: 'asked when: 1 a time is named, −1 none is; 0 not asked',
  value: ({ query: { kinds }, quoted }) => (kinds.when < ASKED ? 0 : TIME.test(quoted) ? 1 : -1),
};
