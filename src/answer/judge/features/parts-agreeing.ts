import { agrees } from '../../kinds/agreement.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether each of its parts agrees with time, unit, planned or done. */
export const partsAgreeing: JudgeFeature = {
  name: 'partsAgreeing',
  says: 'share of its claims whose best sentence agrees with what is asked; 0–1',
  value: ({ parts }) => parts.filter(agrees).length / Math.max(1, parts.length),
};
