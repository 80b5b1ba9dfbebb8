import type { Answer, Nearest } from '../model.ts';

/** What is near is never called the answer. */
export const NEAREST_LEAD = '原文没有直接回答；最接近的几处：';
export const NEAREST_ONE = '原文最接近的一句（不是直接回答）：';
export const NEXT_LEAD = '可以这样问：';

/** From this chance on the first of the nearest is very likely what was meant. */
const NEARLY_SURE_FROM = 0.4;

export interface NearestShown {
  /** Set large; left out where no single one stands out. */
  readonly first?: Nearest;
  readonly others: readonly Nearest[];
}

/** How the quotations offered instead of an answer are set. */
export function nearestShown({ outcome, nearest = [], confidence = 0 }: Answer): NearestShown {
  if (outcome !== 'not-found') return { others: [] };
  const [first, ...others] = nearest;
  return first && confidence >= NEARLY_SURE_FROM ? { first, others } : { others: nearest };
}
