import { describe, expect, test } from 'vitest';
import {
  askedMessage,
  type Surroundings,
} from '../../../../src/channels/slack/intake/asked-message.ts';

const surroundings = (changes: Partial<Surroundings> = {}): Surroundings => ({
  botUserId: 'UBOT',
  isAgent: false,
  hasFollowUps: (channelId) => channelId === 'CFOLLOW',
  knowsThread: (_channelId, threadTs) => threadTs === '1.0',
  ...changes,
});

const bodyWith = (event: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'message', user: 'U1', channel: 'C1', ts: '2.0', text: '城镇化率？', ...event },
});

const asked = (event: object, changes?: Partial<Surroundings>) =>
  askedMessage(bodyWith(event), surroundings(changes));

describe('what asks us', () => {
  test('a mention, answered in its thread or in a new one', () => {
    const event = { type: 'app_mention', text: '<@UBOT> 城镇化率？' };
    expect(asked(event)).toEqual({
      key: 'T1:Ev1',
      messageKey: 'T1:C1:2.0',
      surface: 'mention',
      author: 'slack:T1:U1',
      teamId: 'T1',
      userId: 'U1',
      userTeamId: 'T1',
      channelId: 'C1',
      messageTs: '2.0',
      threadTs: '2.0',
      conversation: 'slack:T1:C1:2.0',
      text: '城镇化率？',
    });
    expect(asked({ ...event, thread_ts: '1.0' })).toMatchObject({
      threadTs: '1.0',
      conversation: 'slack:T1:C1:1.0',
    });
  });

  test('a direct message: unthreaded for a plain bot, the root of a thread for an agent', () => {
    const event = { channel_type: 'im', channel: 'D1' };
    expect(asked(event)).toMatchObject({
      surface: 'direct',
      threadTs: null,
      conversation: 'slack:T1:D1',
    });
    expect(asked({ ...event, thread_ts: '1.0' })).toMatchObject({ threadTs: '1.0' });
    expect(asked(event, { isAgent: true })).toMatchObject({
      threadTs: '2.0',
      conversation: 'slack:T1:D1:2.0',
    });
  });

  test('a message in a thread we know, where follow-ups are on', () => {
    const event = { channel: 'CFOLLOW', channel_type: 'channel', thread_ts: '1.0' };
    expect(asked(event)).toMatchObject({ surface: 'follow-up', threadTs: '1.0' });
    expect(asked({ ...event, channel: 'C1' })).toBeUndefined();
    expect(asked({ ...event, thread_ts: '9.0' })).toBeUndefined();
    expect(asked({ ...event, thread_ts: undefined })).toBeUndefined();
  });

  test('somebody of another workspace in a shared channel', () => {
    expect(asked({ type: 'app_mention', user_team: 'T2' })).toMatchObject({
      author: 'slack:T1:U1',
      userTeamId: 'T2',
    });
  });
});

describe('what does not ask us', () => {
  test.each([
    ['ourselves', { channel_type: 'im', user: 'UBOT' }],
    ['another bot', { channel_type: 'im', bot_id: 'B2' }],
    ['an edit', { channel_type: 'im', subtype: 'message_changed' }],
    ['a deletion', { channel_type: 'im', subtype: 'message_deleted' }],
    ['somebody joining', { channel_type: 'channel', subtype: 'channel_join' }],
    ['talk in a channel', { channel_type: 'channel' }],
    [
      'a mention, which comes as its own event',
      { channel: 'CFOLLOW', thread_ts: '1.0', text: '<@UBOT> 那周村呢' },
    ],
    ['talk to somebody else', { channel: 'CFOLLOW', thread_ts: '1.0', text: '<@U2> 你看呢' }],
    ['another event', { type: 'reaction_added' }],
    ['an event without a user', { channel_type: 'im', user: undefined }],
  ])('%s', (_name, event) => {
    expect(asked(event)).toBeUndefined();
  });

  test.each([[undefined], [null], ['text'], [{}], [{ type: 'event_callback', event: 7 }]])(
    '%j',
    (body) => {
      expect(askedMessage(body, surroundings())).toBeUndefined();
    },
  );
});
