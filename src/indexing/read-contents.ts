import type { Seed } from '../catalogue/catalogue.ts';
import { documentInfo } from '../catalogue/front-matter.ts';
import { indicatorsOf } from '../parse/indicators.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { toPassages } from '../parse/passages.ts';
import { responsibilitiesOf } from '../parse/responsibilities.ts';
import type { ProgressReporter } from './build-progress.ts';
import type { PlanContent } from './plan-content.ts';

/** Every seed's content in the order of document ids; a seed that has one already is not read again. */
export async function readContents(
  seeds: readonly Seed[],
  known: ReadonlyMap<string, PlanContent>,
  progress: ProgressReporter,
): Promise<PlanContent[]> {
  const contents: PlanContent[] = [];
  await progress.inGroups(seeds, 1, 'parse', (group) => {
    for (const seed of group) contents.push(known.get(seed.file) ?? readContent(seed));
  });
  return contents.sort((a, b) => (a.document.info.id < b.document.info.id ? -1 : 1));
}

function readContent(seed: Seed): PlanContent {
  const document = parseDocument(seed.text, documentInfo(seed));
  const passages = toPassages(document);
  return {
    document,
    passages,
    indicators: indicatorsOf(document, passages),
    responsibilities: responsibilitiesOf(document, passages),
  };
}
