import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import { decodeSeed } from '../catalogue/decode.ts';
import { documentInfo, type ReadFile } from '../catalogue/front-matter.ts';
import { indicatorsOf } from '../parse/indicators.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { toPassages } from '../parse/passages.ts';
import { responsibilitiesOf } from '../parse/responsibilities.ts';
import type { PlanContent } from './plan-content.ts';

/** What a file holds, as the index keeps it. Throws a FILE_ code where it cannot be read. */
export async function readPlan(bytes: Uint8Array, entry: CatalogueEntry): Promise<PlanContent> {
  return contentOf({ entry, text: decodeSeed(bytes, entry.file) });
}

export function contentOf({ entry, text }: ReadFile): PlanContent {
  const document = parseDocument(text, documentInfo({ entry, text }));
  const passages = toPassages(document);
  return {
    document,
    reading: { format: 'txt', text, places: [], warnings: [] },
    passages,
    indicators: indicatorsOf(document, passages),
    responsibilities: responsibilitiesOf(document, passages),
  };
}
