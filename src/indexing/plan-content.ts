import type { Indicator, Passage, PlanDocument, Reading, Responsibility } from '../model.ts';

/** All an index holds of one document. */
export interface PlanContent {
  readonly document: PlanDocument;
  readonly reading: Reading;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
}
