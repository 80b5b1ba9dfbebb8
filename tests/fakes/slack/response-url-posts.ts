import { isTrue } from './api-method.ts';
import { postedEvent } from './echoes.ts';
import { type Fields, textIn } from './fields.ts';
import { checkedContent } from './message-content.ts';
import type { SlackMessage } from './messages.ts';
import { Refusal } from './refusal.ts';
import type { ResponseUrl } from './response-urls.ts';
import { APP_ID, BOT_ID, BOT_USER } from './workspace.ts';
import type { World } from './world.ts';

/** What the app posts to a response_url. @throws Refusal */
export function answerAtResponseUrl(world: World, id: string, body: Fields): void {
  const url = world.responseUrls.use(id);
  if (isTrue(body.delete_original)) {
    world.messages.remove(originalOf(world, url));
    return;
  }
  const content = checkedContent(world, 'response_url', body);
  // Commands and shortcuts have no original, whatever was answered at their address before.
  if (isTrue(body.replace_original) && url.original) {
    const original = originalOf(world, url);
    world.messages.change(original, { blocks: undefined, ...content });
    return;
  }
  postAnswer(world, url, body, content);
}

/** Posts an answer to a command or click: to the person alone unless it asks for the channel. */
export function postAnswer(
  world: World,
  url: ResponseUrl,
  body: Fields,
  content: { readonly text: string; readonly blocks?: readonly Fields[] },
): SlackMessage {
  const isEphemeral = body.response_type !== 'in_channel';
  const threadTs = textIn(body.thread_ts);
  const message = world.messages.post({
    channel: url.channel,
    user: BOT_USER,
    bot_id: BOT_ID,
    app_id: APP_ID,
    ...content,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(isEphemeral ? { visibleTo: url.user } : {}),
  });
  if (!isEphemeral && world.workspace.channel(url.channel).members.has(BOT_USER)) {
    void world.announce(postedEvent(world, message));
  }
  return message;
}

function originalOf(world: World, { original, user, channel }: ResponseUrl): SlackMessage {
  const message = original?.isEphemeral
    ? world.messages.ephemeralsFor(user).find(({ ts }) => ts === original.ts)
    : original && world.messages.find(channel, original.ts);
  if (!message) {
    throw new Refusal('message_not_found');
  }
  return message;
}
