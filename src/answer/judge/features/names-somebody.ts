import type { JudgeFeature } from '../considered.ts';

const ASKED = 0.4;
const SOMEBODY =
  /[委办局院会厅]|政府|部门|公司|集团|企业|单位|牵头|负责|团队|大学|学院|银行|各[区县镇]|书记|主任|院士|先生|教授/u;

/** Who is answered by somebody. */
export const namesSomebody: JudgeFeature = {
  name: 'namesSomebody',
  says: 'asked who: 1 an office, a body or a person is named, −1 none is; 0 not asked',
  value: ({ query: { kinds }, quoted }) => (kinds.who < ASKED ? 0 : SOMEBODY.test(quoted) ? 1 : -1),
};
