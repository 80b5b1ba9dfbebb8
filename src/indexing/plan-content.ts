import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';
import type {
  GlossaryEntry,
  Indicator,
  Passage,
  PlanDocument,
  Reading,
  Responsibility,
} from '../model.ts';

/** All an index holds of one document. */
export interface PlanContent {
  /** What the catalogue said when it was read. */
  readonly entry: CatalogueEntry;
  readonly document: PlanDocument;
  readonly reading: Reading;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
  readonly glossary: readonly GlossaryEntry[];
}
