import type { App } from '../../../app.ts';
import type { Answer } from '../../../model.ts';
import { comparedIndicators } from '../../compared-indicators.ts';
import type { Answered } from './answer-view.tsx';
import { type Asked, askedLink } from './asked.ts';
import { claimFigures } from './claim-figure.ts';

/** An answer with all that a page shows of it; what to ask next is not known yet. */
export const toAnswered = (app: App, asked: Asked, answer: Answer, id: string): Answered => ({
  id,
  asked,
  answer,
  link: askedLink(asked),
  ownWordsLink: askedLink({ ...asked, inOwnWords: true }),
  figures: claimFigures(answer, app),
  compared: comparedIndicators(answer, app),
  next: [],
  documents: app.documents(),
});
