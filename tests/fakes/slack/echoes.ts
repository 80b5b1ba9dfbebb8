import type { Fields } from './fields.ts';
import { present } from './fields.ts';
import type { SlackMessage } from './messages.ts';
import type { Channel } from './workspace.ts';
import type { World } from './world.ts';

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;

export const channelType = ({ kind }: Channel): string => CHANNEL_TYPES[kind];

/** A message as events and `conversations.*` carry it. */
export function wireMessage(message: SlackMessage): Record<string, unknown> {
  const { channel: _, visibleTo: __, unfurls, metadata: ___, ...shown } = message;
  const attachments = Object.entries(unfurls ?? {}).map(([url, unfurl]) => ({
    ...unfurl,
    from_url: url,
    is_app_unfurl: true,
  }));
  return present({ ...shown, attachments: attachments.length === 0 ? undefined : attachments });
}

/** The event of a message just posted, whoever wrote it. */
export function postedEvent(world: World, message: SlackMessage): Fields {
  return present({
    ...wireMessage(message),
    channel: message.channel,
    event_ts: message.ts,
    channel_type: channelType(world.workspace.channel(message.channel)),
  });
}

/** The event of a message that changed. */
export function changedEvent(world: World, before: SlackMessage, after: SlackMessage): Fields {
  return hiddenEvent(world, after, 'message_changed', {
    message: wireMessage(after),
    previous_message: wireMessage(before),
  });
}

/** The event of a message that is gone. */
export function deletedEvent(world: World, before: SlackMessage): Fields {
  return hiddenEvent(world, before, 'message_deleted', {
    deleted_ts: before.ts,
    previous_message: wireMessage(before),
  });
}

function hiddenEvent(world: World, message: SlackMessage, subtype: string, more: Fields): Fields {
  const ts = world.nextTs();
  return {
    type: 'message',
    subtype,
    hidden: true,
    channel: message.channel,
    channel_type: channelType(world.workspace.channel(message.channel)),
    ts,
    event_ts: ts,
    ...more,
  };
}
