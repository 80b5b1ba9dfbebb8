import type { JudgeFeature } from '../considered.ts';

/** Whether other ways lead to the same words. */
export const company: JudgeFeature = {
  name: 'company',
  says: 'share of the other candidates that quote its best sentence too; 0–1',
  value: ({ candidate, sentences: [best] }, all) => {
    const others = all.filter((one) => one.candidate !== candidate);
    const agreeing = others.filter(({ parts }) =>
      parts.some(({ passage, start }) => passage.id === best?.passage.id && start === best.start),
    );
    return agreeing.length / Math.max(1, others.length);
  },
};
