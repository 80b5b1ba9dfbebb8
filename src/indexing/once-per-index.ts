import type { PlanIndex } from './plan-index.ts';

/** What is worked out of an index when first asked for, and only then. */
export function oncePerIndex<Result extends object>(
  work: (index: PlanIndex) => Result,
): (index: PlanIndex) => Result {
  const known = new WeakMap<PlanIndex, Result>();
  return (index) => {
    const result = known.get(index) ?? work(index);
    known.set(index, result);
    return result;
  };
}
