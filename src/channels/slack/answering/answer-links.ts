import type { App } from '../../../app.ts';
import type { Answer } from '../../../model.ts';
import { comparedIndicators } from '../../compared-indicators.ts';
import type { AnswerSetting } from '../render/answer-messages.ts';

/** Where an answer's links lead; none where nobody elsewhere could follow them. */
export const linksOf = (
  answer: Answer,
  app: App,
  publicUrl: string | null,
): Pick<AnswerSetting, 'hasPublicUrl' | 'comparisons'> => ({
  hasPublicUrl: publicUrl !== null,
  comparisons:
    publicUrl === null
      ? []
      : comparedIndicators(answer, app).map(({ name, path }) => ({ name, url: publicUrl + path })),
});
