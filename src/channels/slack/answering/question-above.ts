import type { webApi } from '@slack/bolt';
import type { Outbox } from '../delivery/outbox.ts';
import { mentions, plainQuestion } from '../intake/plain-question.ts';
import type { Question } from '../intake/question.ts';
import { messagesSchema } from '../intake/read-messages.ts';
import type { Identity } from '../transport/sign-in.ts';

/** Words that only point at what somebody wrote above. */
const POINTING =
  /^(?:(?:请|麻烦|劳烦|帮忙|帮我|帮|你|您|来|能不能|可以)*(?:看|查|答|回答|解答|回复)(?:一下|下|看|查|一查|一看)*)?(?:(?:这|那)个|上面|上边|楼上|前面|这条)?(?:的?(?:问题|消息|提问))?(?:吧|呗|吗|呢|啊|谢谢)*[\s。.!！?？~～]*$/u;

const MOST = 200;
/** Outside a thread only what was written just before is meant. */
const JUST_BEFORE = 5;
const JUST_BEFORE_SEC = 15 * 60;
const LOOK_WITHIN_MS = 5_000;

/** Whether a mention has no question of its own. */
export const isPointing = ({ surface, text, fileIds }: Question): boolean =>
  surface === 'mention' && fileIds === undefined && POINTING.test(text);

interface AboveOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly identity: Pick<Identity, 'botUserId'>;
}

/** The last thing that a person wrote above a mention; undefined where there is nothing. */
export async function questionAbove(
  { client, outbox, identity }: AboveOptions,
  { channelId, messageTs, threadTs }: Question,
): Promise<string | undefined> {
  if (messageTs === null || threadTs === null) return undefined;
  const isInThread = threadTs !== messageTs;
  const until = { channel: channelId, latest: messageTs };
  const answer = await outbox.send(
    'conversations.replies',
    () =>
      isInThread
        ? client.conversations.replies({ ...until, ts: threadTs, limit: MOST })
        : client.conversations.history({ ...until, limit: JUST_BEFORE }),
    { giveUpAfterMs: LOOK_WITHIN_MS },
  );
  const above = messagesSchema
    .parse(answer)
    .messages.filter(({ bot_id, subtype }) => bot_id === undefined && subtype !== 'tombstone')
    .filter(({ ts }) => Number(ts) < Number(messageTs))
    .sort((one, other) => Number(other.ts) - Number(one.ts));
  const [last] = above;
  const isMeant = ({ ts, text }: (typeof above)[number]): boolean =>
    // What was asked of us in the channel has its answer there.
    Number(messageTs) - Number(ts) < JUST_BEFORE_SEC && !mentions(text, identity.botUserId);
  const candidates = isInThread ? above : last && isMeant(last) ? [last] : [];
  return candidates.map(({ text }) => plainQuestion(text)).find((text) => !POINTING.test(text));
}
