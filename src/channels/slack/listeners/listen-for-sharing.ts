import type { BlockAction, App as BoltApp } from '@slack/bolt';
import type { Desk } from '../answering/desk.ts';
import type { PrivateAnswers } from '../answering/private-answers.ts';
import { sharedMessages } from '../answering/shared-messages.ts';
import { personIn } from '../intake/viewer-of.ts';
import { shareAnswer } from '../render/actions.ts';
import { writtenValue } from './pressed.ts';

const TOO_OLD = '这个答案已经分享过，或时间太久不能再分享。请重新提问后再分享。';

/** 「分享到频道」 under a private answer: posts it for everybody, once, with who asked what. */
export function listenForSharing(bolt: BoltApp, desk: Desk, shared: PrivateAnswers): void {
  const { config } = desk.options;
  bolt.action<BlockAction>(shareAnswer.pattern, async ({ ack, body, action, respond }) => {
    await ack();
    const { answerId } = shareAnswer.read(writtenValue(action));
    const answer = shared.take(answerId, body.user.id);
    if (!answer) {
      await respond({ response_type: 'ephemeral', replace_original: false, text: TOO_OLD });
      return;
    }
    const app = desk.options.app.seenBy(personIn(body.user.id, body.channel?.id));
    const messages = sharedMessages(answer, { answerId, app, config, userId: body.user.id });
    for (const [at, { text, blocks }] of messages.entries()) {
      try {
        await respond({
          response_type: 'in_channel',
          replace_original: false,
          text,
          blocks: [...blocks],
        });
      } catch (error) {
        // Nothing was shared: another press may do better.
        if (at === 0) shared.keep(answerId, { answer, userId: body.user.id });
        throw error;
      }
    }
  });
}
