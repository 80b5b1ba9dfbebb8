import { lateShare } from '../../../retrieve/late/late-share.ts';
import { meaningOf } from '../../meaning.ts';
import type { JudgeFeature } from '../considered.ts';

/** Whether all that was found together means what is asked. */
export const reached: JudgeFeature = {
  name: 'reached',
  says: 'weighed share of the asked words that any passage found says or means; 0–1',
  value: ({ query, evidence }) =>
    lateShare(meaningOf(query, evidence.index).asked, evidence.reached),
};
