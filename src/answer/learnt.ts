import type { Ranking } from '../retrieve/ranking.ts';
import type { KindModel } from '../understand/kind-model.ts';
import type { Judge } from './judge/judge.ts';

/** All that was learnt of question sets. */
export interface Learnt {
  readonly ranking: Ranking;
  readonly kindModel: KindModel;
  readonly judge: Judge;
}
