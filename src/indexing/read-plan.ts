import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import { documentInfo } from '../catalogue/front-matter.ts';
import { indicatorsOf } from '../parse/indicators.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { toPassages } from '../parse/passages.ts';
import { responsibilitiesOf } from '../parse/responsibilities.ts';
import { readSource } from '../read/read-source.ts';
import { readingText } from '../read/reading-text.ts';
import type { PlanContent } from './plan-content.ts';

/** What a file holds, as the index keeps it. Throws a FILE_ code where it cannot be read. */
export async function readPlan(
  bytes: Uint8Array,
  entry: CatalogueEntry,
  id: string,
): Promise<PlanContent> {
  const source = await readSource(bytes, entry.file);
  const { text, places } = readingText(source);
  const info = { ...documentInfo({ entry, text }), id };
  const document = parseDocument(text, info);
  const passages = toPassages(document);
  return {
    entry,
    document,
    reading: {
      format: source.format,
      text,
      places: source.format === 'txt' ? [] : places,
      warnings: source.warnings,
    },
    passages,
    indicators: indicatorsOf(document, passages),
    responsibilities: responsibilitiesOf(document, passages),
  };
}
