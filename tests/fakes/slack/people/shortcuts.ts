import type { Ack } from '../deliveries.ts';
import { wireMessage } from '../echoes.ts';
import { type Fields, fieldsIn } from '../fields.ts';
import { checkedContent } from '../message-content.ts';
import type { SlackMessage } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import { postAnswer } from '../response-url-posts.ts';
import type { ResponseUrl } from '../response-urls.ts';
import { APP_ID, type Channel, TEAM } from '../workspace.ts';
import type { World } from '../world.ts';
import { actionTs, channelOf, interactionBase } from './interaction.ts';
import { asSent } from './typed-text.ts';

/** Types a slash command into a channel. Its ack may hold the first answer. */
export async function slash(
  world: World,
  user: string,
  command: string,
  text: string,
  channel: string,
): Promise<Ack> {
  if (!world.manifest.features.slash_commands.some((known) => known.command === command)) {
    throw new Error(`The app has no command ${command}`);
  }
  const url = world.responseUrls.mint(user, channel);
  const ack = await world.deliveries.sendOnce('slash_commands', {
    token: 'verification-token',
    team_id: world.workspace.member(user).team_id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: commandChannelName(world.workspace.channel(channel)),
    user_id: user,
    user_name: world.workspace.member(user).name,
    command,
    text: asSent(text),
    api_app_id: APP_ID,
    is_enterprise_install: String(world.organisation !== undefined),
    response_url: `${world.origin()}/response/${url.id}`,
    trigger_id: world.triggers.mint(user),
  });
  showAnswer(world, url, ack);
  return ack;
}

/** Slack names only public channels to commands. */
const commandChannelName = ({ kind, name }: Channel): string =>
  kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;

/** What the person sees at once: the ack's own text, or Slack's line that the app did not answer. */
function showAnswer(world: World, url: ResponseUrl, ack: Ack): void {
  if (!ack.acknowledged) {
    world.messages.post({
      channel: url.channel,
      user: 'USLACKBOT',
      text: '命令没有响应（operation_timeout）',
      visibleTo: url.user,
    });
    return;
  }
  const body: Fields =
    typeof ack.payload === 'string' ? { text: ack.payload } : fieldsIn(ack.payload);
  const isSilent = (body.text === undefined || body.text === '') && body.blocks === undefined;
  if (isSilent) {
    return;
  }
  try {
    postAnswer(world, url, body, checkedContent(world, 'slash ack', body));
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    const details = [error.message];
    world.violations.push({ code: error.code, where: 'slash ack', details, args: body });
  }
}

/** Chooses one of the app's entries in a message's menu. */
export async function messageShortcut(
  world: World,
  user: string,
  callbackId: string,
  message: SlackMessage,
): Promise<Ack> {
  refuseUnknown(world, 'message', callbackId);
  const { channel, ts } = message;
  const url = world.responseUrls.mint(user, channel);
  return await world.deliveries.sendOnce('interactive', {
    ...interactionBase(world, user),
    type: 'message_action',
    callback_id: callbackId,
    channel: channelOf(world, channel),
    message: wireMessage(message),
    message_ts: ts,
    action_ts: actionTs(world),
    response_url: `${world.origin()}/response/${url.id}`,
    trigger_id: world.triggers.mint(user),
  });
}

/** Chooses one of the app's entries in the menu of everything. */
export async function globalShortcut(world: World, user: string, callbackId: string): Promise<Ack> {
  refuseUnknown(world, 'global', callbackId);
  return await world.deliveries.sendOnce('interactive', {
    ...interactionBase(world, user),
    type: 'shortcut',
    callback_id: callbackId,
    action_ts: actionTs(world),
    trigger_id: world.triggers.mint(user),
  });
}

function refuseUnknown(world: World, type: string, callbackId: string): void {
  const known = world.manifest.features.shortcuts.some(
    (shortcut) => shortcut.type === type && shortcut.callback_id === callbackId,
  );
  if (!known) {
    throw new Error(`The app has no ${type} shortcut ${callbackId}`);
  }
}
