import type { Indicator, Passage, PlanDocument, Responsibility } from '../model.ts';

/** All an index holds of one document. */
export interface PlanContent {
  readonly document: PlanDocument;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
}
