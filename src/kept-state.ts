import type { Config } from './config.ts';
import { openConversationStore } from './conversation/conversation-store.ts';
import { YoujuError } from './errors.ts';
import { answerIdOf } from './feedback.ts';
import { ApprovedAnswers } from './state/approved-answers.ts';
import { AskedAnswers } from './state/asked-answers.ts';
import { ChannelSettings } from './state/channel-settings.ts';
import { EventLedger } from './state/event-ledger.ts';
import { FeedbackStore } from './state/feedback-store.ts';
import { FormerPassages } from './state/former-passages.ts';
import { Greeted } from './state/greeted.ts';
import { isAtWork, processName } from './state/process-name.ts';
import { SharedAnswers } from './state/shared-answers.ts';
import { Subscriptions } from './state/subscriptions.ts';

/** What cannot be rebuilt. Opens nothing yet. */
export function openState({
  stateDir,
  conversationDays,
  feedbackDays,
  eventDays,
  shareDays,
  keepsQuestions,
}: Config) {
  const now = (): Date => new Date();
  const own = { owner: processName(now()), isAtWork };
  const conversationLife = { stateDir, retentionDays: conversationDays, now };
  const kept = {
    conversations: openConversationStore(conversationLife),
    settings: new ChannelSettings(conversationLife),
    formerPassages: new FormerPassages({ stateDir }),
    greeted: new Greeted({ stateDir }),
    shared: new SharedAnswers({ stateDir, retentionDays: shareDays, now }),
    approved: new ApprovedAnswers({ stateDir, now }),
    asked: new AskedAnswers({
      stateDir,
      retentionDays: feedbackDays,
      keepsTexts: keepsQuestions,
      textDays: eventDays,
      now,
    }),
    feedback: new FeedbackStore({ stateDir, retentionDays: feedbackDays, now }),
    events: new EventLedger({
      stateDir,
      retentionDays: eventDays,
      now,
      ...own,
    }),
    subscriptions: new Subscriptions({ stateDir, now, ...own }),
  };
  const close = (): void => {
    for (const one of Object.values(kept)) one.close();
  };
  return { ...kept, close };
}

const PERSON = /^(?:[a-z]+:[A-Za-z0-9]+:)?[A-Za-z0-9]+$/u;

export interface ForgottenPerson {
  readonly feedback: number;
  readonly conversations: number;
}

/**
 * Deletes what is kept of a person: by full name (`slack:T1:U1`) or by their id alone (`U1`). Needs no index.
 * Throws INPUT_INVALID, STATE_UNUSABLE.
 */
export function forgetPerson(config: Config, person: string): ForgottenPerson {
  if (!PERSON.test(person))
    throw new YoujuError('INPUT_INVALID', '用户应写成 U0123ABC 或 slack:T0123:U0123ABC。');
  const kept = openState(config);
  try {
    kept.greeted.forget(person);
    kept.subscriptions.forget(person);
    const asked = kept.events.forget(person);
    kept.asked.forgetTexts(asked.map(({ key }) => answerIdOf(key)));
    const theirs = new Set(asked.flatMap(({ conversation }) => conversation ?? []));
    for (const conversation of theirs) {
      kept.conversations.forget(conversation);
      kept.settings.setScope(conversation, null);
    }
    return { feedback: kept.feedback.forget(person), conversations: theirs.size };
  } finally {
    kept.close();
  }
}

export type KeptState = ReturnType<typeof openState>;
