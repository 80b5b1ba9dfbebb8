import type { JudgeFeature } from '../considered.ts';

/** Parts of a whole that only what is said of that part answers. */
const PARTS = /男|女|[上下]半年|[一二三四]季度/gu;

/** Whether a part is asked about and only the whole is spoken of. */
export const whole: JudgeFeature = {
  name: 'whole',
  says: '−1 the question asks of a part (女性, 上半年) that it does not speak of, else 0',
  value: ({ query: { text }, quoted, headings }) => {
    const asked = text.match(PARTS) ?? [];
    return asked.every((part) => (quoted + headings).includes(part)) ? 0 : -1;
  },
};
