import type { Seed } from '../catalogue/catalogue.ts';
import type { ProgressReporter } from './build-progress.ts';
import type { PlanContent } from './plan-content.ts';
import { contentOf } from './read-plan.ts';

/** Every seed's content in the order of document ids; a seed that has one already is not read again. */
export async function readContents(
  seeds: readonly Seed[],
  known: ReadonlyMap<string, PlanContent>,
  progress: ProgressReporter,
): Promise<PlanContent[]> {
  const contents: PlanContent[] = [];
  await progress.inGroups(seeds, 1, 'parse', (group) => {
    for (const seed of group) contents.push(known.get(seed.file) ?? contentOf(seed));
  });
  return contents.sort((a, b) => (a.document.info.id < b.document.info.id ? -1 : 1));
}
