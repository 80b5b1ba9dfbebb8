import type { BlockAction, App as BoltApp, types } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import { answerIdOf } from '../../../feedback.ts';
import type { Answer } from '../../../model.ts';
import { Expiring } from '../../expiring.ts';
import type { Desk } from '../answering/desk.ts';
import { sharedMessages } from '../answering/shared-messages.ts';
import { failureDetails } from '../delivery/failure-reason.ts';
import { postMarked } from '../delivery/tell-privately.ts';
import { isGone } from '../delivery/verdict.ts';
import { channelAlone } from '../intake/viewer-of.ts';
import { POST_CALLBACK, postAnswer } from '../render/actions.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { CHANNEL_FIELD, postModal, readPosting, tooOldModal } from '../render/post-modal.ts';
import { openModal } from './open-modal.ts';
import { ownTeamOf, writtenValue } from './pressed.ts';

const TOO_OLD = '这个答案时间太久，已经不在手边了。请重新提问后再发。';
const NOT_FOR_THEM = '答案引用的文件不是那个频道的人都能看的，不能发到那里。';
const NOT_THERE = '没能发到那个频道：我不在里面，或那里不让我发言。请先把我加进去再发。';
const FAILED = '没能发到那个频道，请稍后再试。';

/** 「发到频道」 under an answer: posts it for everybody in a channel, once, as shared by whoever chose it. */
export function listenForPosting(bolt: BoltApp, desk: Desk): void {
  const { recent, nowMs } = desk.options;
  const posted = new Expiring<true>({ most: 1_000, forMs: 24 * 60 * 60_000, nowMs });
  bolt.action<BlockAction>(postAnswer.pattern, async ({ ack, body, action }) => {
    await ack();
    const { answerId } = postAnswer.read(writtenValue(action));
    const channelId = body.channel?.id ?? '';
    const isKept = recent.find(answerId, channelId) !== undefined;
    await openModal(
      desk,
      body.trigger_id,
      isKept ? postModal({ answerId, channelId }) : tooOldModal(),
    );
  });
  bolt.view(POST_CALLBACK, async ({ ack, body, view }) => {
    const posting = await checkedPosting(desk, { body, view }).catch(async (error: unknown) => {
      if (!(error instanceof YoujuError)) throw error;
      await ack({ response_action: 'errors', errors: { [CHANNEL_FIELD]: error.message } });
    });
    if (!posting) return;
    await ack();
    const name = `${posting.answerId}:${posting.toChannelId}`;
    if (posted.find(name)) return;
    posted.keep(name, true);
    try {
      await post(desk, posting);
    } catch (error) {
      posted.drop(name);
      desk.options.log.warn(failureDetails(error), 'an answer could not be posted');
      const place = { channelId: posting.userId, userId: posting.userId, threadTs: null };
      await desk.tellPrivately(
        { ...place, surface: 'global-shortcut' },
        noticeMessage(isGone(error) ? NOT_THERE : FAILED),
      );
    }
  });
}

interface Posting {
  readonly answer: Answer;
  readonly answerId: string;
  readonly toChannelId: string;
  readonly userId: string;
}

interface Submitted {
  readonly body: Parameters<typeof ownTeamOf>[0];
  readonly view: types.View | object;
}

/** Throws INPUT_INVALID for what may not go there, with the reason for the person. */
async function checkedPosting(desk: Desk, { body, view }: Submitted): Promise<Posting> {
  const { app, recent } = desk.options;
  const { answerId, channelId, toChannelId } = readPosting(view);
  const answer = recent.find(answerId, channelId);
  if (!answer) throw new YoujuError('INPUT_INVALID', TOO_OLD);
  const userId = body.user.id;
  const denial = await desk.denialOf({
    userId,
    userTeamId: ownTeamOf(body),
    channelId: toChannelId,
    surface: 'mention',
  });
  if (denial !== undefined) throw new YoujuError('INPUT_INVALID', denial);
  const seen = new Set(
    app
      .seenBy(channelAlone(toChannelId))
      .documents()
      .map(({ id }) => id),
  );
  const { citations, nearest = [] } = answer;
  if (![...citations, ...nearest].every(({ documentId }) => seen.has(documentId)))
    throw new YoujuError('INPUT_INVALID', NOT_FOR_THEM);
  return { answer, answerId, toChannelId, userId };
}

async function post(desk: Desk, { answer, answerId, toChannelId, userId }: Posting): Promise<void> {
  const { config } = desk.options;
  const app = desk.options.app.seenBy(channelAlone(toChannelId));
  const messages = sharedMessages(answer, { answerId, app, config, userId });
  for (const [at, message] of messages.entries()) {
    const name = answerIdOf(`${answerId}:${toChannelId}:${at}`);
    await postMarked(desk.options, { channelId: toChannelId, threadTs: null }, message, name);
  }
}
