import type { PlanIndex } from '../indexing/plan-index.ts';
import type { FormerPassages } from './former-passages.ts';
import { lettersOf } from './successor.ts';

/** Among so many passages of its own a document is one that says the same in other words only here and there. */
const LEAST_SHARED = 0.05;
/** Shorter ones, headings among them, stand in many a plan of many a place. */
const OWN_LETTERS = 20;

/**
 * The document that has taken the place of one that is no longer there: the one that says so itself, else the one
 * that holds the most of its passages word for word. Undefined where nothing is known of it. Throws STATE_UNUSABLE.
 */
export function documentSuccessor(
  documentId: string,
  index: PlanIndex,
  formerPassages: FormerPassages,
): string | undefined {
  const named = index.documents.find(({ replaces }) => replaces === documentId);
  if (named) return named.id;
  const former = new Set(
    formerPassages
      .ofDocument(documentId)
      .map(({ text }) => lettersOf(text))
      .filter(({ length }) => length >= OWN_LETTERS),
  );
  if (former.size === 0) return undefined;
  let best: { readonly id: string; readonly shared: number } | undefined;
  for (const { id } of index.documents) {
    const shared = index
      .passagesOf(id)
      .filter(({ kind, quotable }) => kind !== 'outline' && former.has(lettersOf(quotable))).length;
    if (shared > (best?.shared ?? former.size * LEAST_SHARED)) best = { id, shared };
  }
  return best?.id;
}
