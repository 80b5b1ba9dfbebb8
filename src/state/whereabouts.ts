import type { PlanIndex } from '../indexing/plan-index.ts';
import type { FormerPassages } from './former-passages.ts';
import { successorOf } from './successor.ts';

/** Where a passage, or what has taken its place, is now. */
export interface Whereabouts {
  readonly documentId: string;
  readonly passageId: string;
  /** Its words are as they were. */
  readonly isSame: boolean;
}

/** Undefined where nothing is known of the passage. Throws STATE_UNUSABLE. */
export function whereaboutsOf(
  passageId: string,
  index: PlanIndex,
  formerPassages: FormerPassages,
): Whereabouts | undefined {
  const passage = index.passage(passageId);
  if (passage) return { documentId: passage.documentId, passageId, isSame: true };
  const former = formerPassages.find(passageId);
  const successor = former && successorOf(former, index.passagesOf(former.documentId));
  if (successor === undefined) return undefined;
  const { documentId, id } = successor.passage;
  return { documentId, passageId: id, isSame: successor.isSame };
}
