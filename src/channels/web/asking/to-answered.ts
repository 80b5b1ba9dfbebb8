import type { App } from '../../../app.ts';
import type { Answer } from '../../../model.ts';
import { comparedIndicators } from '../../compared-indicators.ts';
import type { Answered } from './answer-view.tsx';
import { type Asked, askedLink } from './asked.ts';
import { claimFigures, comparedFigures } from './claim-figure.ts';

/** An answer with all that a page shows of it; what to ask next is not known yet. */
export function toAnswered(app: App, asked: Asked, answer: Answer, id: string): Answered {
  const compared = comparedIndicators(answer, app);
  return {
    id,
    asked,
    answer,
    link: askedLink(asked),
    figures: claimFigures(answer, app),
    compared,
    comparedFigures: comparedFigures(answer, compared),
    next: [],
    documents: app.documents(),
  };
}
