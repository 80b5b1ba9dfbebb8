import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import { identify } from '../catalogue/front-matter.ts';
import type { SourceDocument } from '../model.ts';
import { glossaryOf } from '../parse/glossary.ts';
import { indicatorsOf } from '../parse/indicators.ts';
import { parseBlocks } from '../parse/parse-blocks.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { toPassages } from '../parse/passages.ts';
import { responsibilitiesOf } from '../parse/responsibilities.ts';
import { readSafely } from '../read/read-safely.ts';
import { readingText } from '../read/reading-text.ts';
import type { PlanContent } from './plan-content.ts';

/** What a file holds, as the index keeps it. Throws a FILE_ code where it cannot be read. */
export async function readPlan(
  bytes: Uint8Array,
  entry: CatalogueEntry,
  id: string,
): Promise<PlanContent> {
  return contentOf(await readSafely(bytes, entry.file), entry, id);
}

/** What a file that was read holds. */
export function contentOf(source: SourceDocument, entry: CatalogueEntry, id: string): PlanContent {
  const { text, places } = readingText(source);
  const identified = identify({ entry, text });
  const info = { ...identified.info, id };
  const isPlain = source.format === 'txt';
  const document = isPlain ? parseDocument(text, info) : parseBlocks(source, info);
  const passages = toPassages(document);
  return {
    entry,
    document,
    reading: {
      format: source.format,
      text,
      places: isPlain ? [] : places,
      warnings: [...source.warnings, ...identified.warnings],
    },
    passages,
    indicators: indicatorsOf(document, passages),
    responsibilities: responsibilitiesOf(document, passages),
    glossary: glossaryOf(document, passages),
  };
}
