import type { PlanDocument, Section } from '../../../model.ts';

/** 专栏 of a document, in the order of the text. */
export function panelsOf({
  children,
}: Pick<PlanDocument | Section, 'children'>): readonly Section[] {
  return children.flatMap((child) => {
    if (child.type !== 'section') return [];
    return child.kind === 'panel' ? [child] : panelsOf(child);
  });
}
