import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../model.ts';
import { DATABASE_FILE } from './manifest.ts';
import { PlanDatabase } from './plan-database.ts';

function withPlans<Result>(
  indexDir: string,
  generation: string,
  read: (plans: PlanDatabase) => Result,
): Result {
  const plans = new PlanDatabase(join(indexDir, generation, DATABASE_FILE));
  try {
    return read(plans);
  } finally {
    plans.close();
  }
}

/** Passages of a generation that a later one no longer has; none where the earlier one is no longer on disk. */
export function gonePassages(indexDir: string, earlier: string, later: string): Passage[] {
  if (!existsSync(join(indexDir, earlier, DATABASE_FILE))) return [];
  const kept = new Set(withPlans(indexDir, later, (plans) => plans.passageIds()));
  return withPlans(indexDir, earlier, (plans) =>
    plans.passageIds().flatMap((id, row) => (kept.has(id) ? [] : (plans.passageAt(row) ?? []))),
  );
}
