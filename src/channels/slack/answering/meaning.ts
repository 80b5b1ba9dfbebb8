import type { webApi } from '@slack/bolt';
import type { App } from '../../../app.ts';
import type { Logger } from '../../../log.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import type { Outbox } from '../delivery/outbox.ts';
import { type Meant, meantForUs } from '../intake/meant-for-us.ts';
import type { Question } from '../intake/question.ts';
import { viewerOf } from '../intake/viewer-of.ts';
import type { Identity } from '../transport/sign-in.ts';
import type { Showing } from './answer-questions.ts';
import { isCommand } from './commands.ts';
import { isPointing, questionAbove } from './question-above.ts';

interface MeaningOptions {
  readonly app: App;
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly identity: Pick<Identity, 'botUserId'>;
  readonly log: Logger;
}

/** A message as the question it is. */
export interface Meaning {
  readonly question: Question;
  readonly showing: Partial<Showing>;
}

/** What a message asks of us; undefined where people speak to each other. Never rejects. */
export async function meaningOf(
  options: MeaningOptions,
  question: Question,
): Promise<Meaning | undefined> {
  if (isPointing(question)) return withWordsAbove(options, question);
  const meant = await whetherMeant(options, question);
  return meant === 'not' ? undefined : { question, showing: { isQuiet: meant === 'perhaps' } };
}

async function whetherMeant({ app, log }: MeaningOptions, question: Question): Promise<Meant> {
  const { surface, text } = question;
  if (surface !== 'follow-up' || isCommand(text)) return 'surely';
  try {
    const { understood } = await app.seenBy(viewerOf(question)).explain(text, { limit: 1 });
    return meantForUs(text, understood);
  } catch (error) {
    // What is wrong is said to whoever asks by name; here it would only disturb.
    log.warn({ err: error }, 'it could not be told whether we are asked');
    return 'not';
  }
}

/** A mention without words asks what a colleague wrote above it. */
async function withWordsAbove(options: MeaningOptions, question: Question): Promise<Meaning> {
  try {
    const text = await questionAbove(options, question);
    if (text !== undefined)
      return { question: { ...question, text }, showing: { asked: { question: text } } };
  } catch (error) {
    options.log.warn(failureDetails(error), 'what a mention points at could not be read');
  }
  return { question, showing: {} };
}
