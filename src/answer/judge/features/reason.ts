import type { JudgeFeature } from '../considered.ts';

const ASKS = /为什么|为何|为啥|凭什么|怎么会|原因|咋会/u;
const GIVES = /因为|由于|原因|受.{1,12}影响|为了|旨在|源于|归因|得益于|根据|鉴于/u;

/** Why something is so only a text that gives a reason answers. */
export const reason: JudgeFeature = {
  name: 'reason',
  says: 'asked why: 1 it gives a reason, −1 it does not; 0 not asked',
  value: ({ query, quoted }) => (ASKS.test(query.text) ? (GIVES.test(quoted) ? 1 : -1) : 0),
};
