import type { PlanIndex } from '../indexing/plan-index.ts';
import { documentSuccessor } from './document-successor.ts';
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
  if (former === undefined) return undefined;
  const isThere = index.documents.some(({ id }) => id === former.documentId);
  const documentId = isThere
    ? former.documentId
    : documentSuccessor(former.documentId, index, formerPassages);
  if (documentId === undefined) return undefined;
  const successor = successorOf(former, index.passagesOf(documentId));
  if (successor === undefined) return undefined;
  return { documentId, passageId: successor.passage.id, isSame: successor.isSame };
}
