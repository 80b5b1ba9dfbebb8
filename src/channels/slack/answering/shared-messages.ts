import type { App } from '../../../app.ts';
import type { Config } from '../../../config.ts';
import type { Answer } from '../../../model.ts';
import { answerMessages } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { linksOf } from './answer-links.ts';

interface SharedSetting {
  readonly answerId: string;
  /** As those see it who will read it. */
  readonly app: App;
  readonly config: Config;
  /** Who shares it. */
  readonly userId: string;
}

/** An answer as it is shown to everybody in a channel, with who asked what. */
export const sharedMessages = (
  answer: Answer,
  { answerId, app, config, userId }: SharedSetting,
): readonly SlackMessage[] =>
  answerMessages(answer, {
    answerId,
    ...linksOf(answer, app, config.hasPublicUrl ? config.publicUrl : null),
    scope: null,
    documents: app.documents(),
    canNarrow: false,
    canShare: false,
    asked: { question: answer.question },
    sharedBy: userId,
  });
