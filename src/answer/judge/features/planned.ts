import { partOf } from '../../kinds/plan-parts.ts';
import { askedPart } from '../../kinds/theme.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether it speaks of what is planned where that is asked, of what came about where that is. */
export const planned: JudgeFeature = {
  name: 'planned',
  says: '1 it stands in the part of the plan that is asked about, −1 in another, 0 nothing tells',
  value: ({ query, passages: [first], sentences: [best], documents: [document], evidence }) => {
    const passage = best?.passage ?? first;
    const asked = askedPart(query, document) ?? (query.planned === 'target' ? 'year' : undefined);
    const part = passage && partOf(passage, evidence.index, evidence.documents);
    if (asked === undefined || part === undefined) return 0;
    if (asked === 'review' || part === 'review') return asked === part ? 1 : -1;
    return asked === part ? 1 : -0.3;
  },
};
