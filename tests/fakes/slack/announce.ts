import type { Ack } from './deliveries.ts';
import { type Fields, textIn } from './fields.ts';
import { APP_ID, BOT_USER, TEAM } from './workspace.ts';
import { isSubscribed, type World } from './world.ts';

const MESSAGE_EVENTS: Readonly<Record<string, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
};

/** The name an event has in the manifest's subscriptions. */
const subscriptionOf = ({ type, channel_type: channelType }: Fields): string =>
  type === 'message' ? (MESSAGE_EVENTS[String(channelType)] ?? '') : String(type);

/** Tells the app of an event, if it subscribed to it. */
export async function announce(
  world: Pick<World, 'manifest' | 'mint' | 'clock' | 'deliveries' | 'organisation'>,
  event: Fields,
): Promise<Ack | undefined> {
  if (!isSubscribed(world, subscriptionOf(event))) {
    return undefined;
  }
  return await world.deliveries.sendEvent({
    token: 'verification-token',
    team_id: TEAM.id,
    ...(world.organisation && { enterprise_id: world.organisation.id }),
    context_team_id: TEAM.id,
    api_app_id: APP_ID,
    type: 'event_callback',
    event_id: world.mint('Ev'),
    event_time: Math.floor(world.clock() / 1_000),
    authorizations: [
      {
        enterprise_id: world.organisation?.id ?? null,
        team_id: world.organisation ? null : TEAM.id,
        user_id: BOT_USER,
        is_bot: true,
        is_enterprise_install: world.organisation !== undefined,
      },
    ],
    is_ext_shared_channel: textIn(event.user_team) !== undefined,
    event,
  });
}
