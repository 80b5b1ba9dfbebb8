import type { JudgeFeature } from '../considered.ts';

const PER_HEAD = /每[十百千万]*(?:名|个|位)?(?:人|户|村)|[人户亩地]均/u;

/** 每千人床位数 is not answered with all beds there are, nor the other way round. */
export const perHead: JudgeFeature = {
  name: 'perHead',
  says: '−1 of question and quotation only one speaks per head, else 0',
  value: ({ query, quoted }) =>
    query.unit !== undefined && PER_HEAD.test(query.text) !== PER_HEAD.test(quoted) ? -1 : 0,
};
