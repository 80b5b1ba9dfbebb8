import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { openSlackWorld, openTestWorld, type SlackWorld } from './slack-world.ts';

const URBAN = '淄川区2025年常住人口城镇化率的目标是多少？';
const FORM = 'application/x-www-form-urlencoded';

const ANYTHING: readonly unknown[] = [null, 7, 'words', true, [], [null], {}, { id: null }];
const NESTED: readonly unknown[] = [null, 7, '', 'words', [], {}, [[]], { id: {} }];

const MENTION = {
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', text: URBAN },
};
const PRESS = {
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  trigger_id: '1.2',
  channel: { id: 'C1' },
  actions: [{ type: 'button', action_id: 'source_open', value: '{}' }],
};
const SUBMISSION = {
  type: 'view_submission',
  user: { id: 'U1' },
  team: { id: 'T1' },
  view: { id: 'V1', callback_id: 'ask', state: { values: {} } },
};
/** Of modals that hold something of ours. */
const SUBMISSIONS = ['ask', 'channel', 'subscribe'].map((callbackId) => ({
  ...SUBMISSION,
  view: { ...SUBMISSION.view, callback_id: callbackId, private_metadata: 'C1 {}' },
}));
const SHORTCUT = {
  type: 'message_action',
  callback_id: 'ask_message',
  trigger_id: '1.3',
  user: { id: 'U1' },
  team: { id: 'T1' },
  channel: { id: 'C1' },
  message: { ts: '1.0', text: URBAN },
};
const SHORTCUTS = ['ask_message', 'subscribe_message'].map((callbackId) => ({
  ...SHORTCUT,
  callback_id: callbackId,
}));
const EVENTS = [
  'app_home_opened',
  'link_shared',
  'function_executed',
  'message',
  'app_uninstalled',
  'tokens_revoked',
].map((type) => ({ ...MENTION, event: { ...MENTION.event, type } }));

/** A body with each of its parts, however deep, left out or replaced by what cannot be there. */
function* spoiled(body: unknown): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    const put = (other: unknown) =>
      Array.isArray(body)
        ? body.map((one, at) => (String(at) === name ? other : one))
        : { ...body, [name]: other };
    yield put(undefined);
    for (const wrong of NESTED) yield put(wrong);
    for (const deeper of spoiled(value)) yield put(deeper);
  }
}

const answersIn = ({ slack }: SlackWorld, ts: string): string[] =>
  slack
    .thread('C1', ts)
    .filter(({ user }) => user === 'UBOT')
    .map(renderForPeople);

async function expectStillAnswering(world: SlackWorld): Promise<void> {
  const { ts } = await world.slack.person('U2').mention('C1', URBAN);
  await world.slack.until(() => answersIn(world, ts).join('').includes('75%'));
}

test('a signed body of no shape that Slack sends is refused, and nobody is left without an answer', async () => {
  const world = await openTestWorld({ transport: 'http' });
  const { http } = world.slack;
  for (const body of ANYTHING.map((one) => JSON.stringify(one))) {
    const isObject = body.startsWith('{');
    const asJson = await http.post(body);
    expect(asJson.status, body).toBe(isObject ? 200 : 400);
    const form = new URLSearchParams({ payload: body }).toString();
    const asForm = await http.post(form, { contentType: FORM });
    expect(asForm.status, form).toBe(isObject ? 200 : 400);
  }
  for (const form of ['', 'payload=', 'payload=a&payload=b', 'command=/plan', '%', 'payload[x]=1'])
    expect((await http.post(form, { contentType: FORM })).status, form).toBeLessThan(500);
  for (const body of ['', '{', '\u0000', '"'.repeat(1_000), '[['.repeat(50_000)])
    expect((await http.post(body)).status).toBe(400);
  await expectStillAnswering(world);
});

test('whatever part of a body is missing or of another kind, the others are answered', async () => {
  // What we are given wrong, we call Slack with: its refusals are no mistakes of ours.
  const world = await openSlackWorld({ transport: 'http' });
  onTestFinished(() => world.close());
  const { http } = world.slack;
  for (const body of [MENTION, ...EVENTS].flatMap((whole) => [...spoiled(whole)]))
    expect((await http.post(JSON.stringify(body))).status, JSON.stringify(body)).toBeLessThan(500);
  for (const body of [PRESS, ...SUBMISSIONS, ...SHORTCUTS].flatMap((whole) => [
    ...spoiled(whole),
  ])) {
    const payload = JSON.stringify(body);
    const form = new URLSearchParams({ payload }).toString();
    expect((await http.post(form, { contentType: FORM })).status, payload).toBe(200);
  }
  await expectStillAnswering(world);
});

test('an event of a year ago is not acted on', async () => {
  const world = await openTestWorld({ transport: 'http' });
  const { http } = world.slack;
  const { ts } = await world.slack.person('U1').say('C1', URBAN);
  const event = { ...MENTION.event, ts };
  const old = { ...MENTION, event, event_time: Math.floor(Date.now() / 1000) - 365 * 86_400 };
  expect((await http.post(JSON.stringify(old))).status).toBe(200);
  await expectStillAnswering(world);
  expect(answersIn(world, ts)).toEqual([]);
});

test('a question whose deletion comes first is not asked', async () => {
  const world = await openTestWorld({ transport: 'http' });
  const { http } = world.slack;
  const { ts } = await world.slack.person('U1').say('C1', URBAN);
  const deletion = { type: 'message', subtype: 'message_deleted', channel: 'C1', deleted_ts: ts };
  await http.post(JSON.stringify({ ...MENTION, event_id: 'Ev2', event: deletion }));
  await http.post(JSON.stringify({ ...MENTION, event: { ...MENTION.event, ts } }));
  await setTimeout(200);
  await expectStillAnswering(world);
  expect(answersIn(world, ts)).toEqual([]);
  await expect.poll(() => world.running().health().unfinished).toBe(0);
});

test('what we say ourselves and what other bots say is no question', async () => {
  const world = await openTestWorld({ transport: 'http' });
  const { http } = world.slack;
  const { ts } = await world.slack.person('U1').say('C1', URBAN);
  const said = { ...MENTION.event, ts };
  const authors = [{ user: 'UBOT' }, { bot_id: 'B9' }, { user: undefined, bot_id: 'BBOT' }];
  for (const [at, author] of authors.entries())
    for (const type of ['app_mention', 'message'])
      await http.post(
        JSON.stringify({
          ...MENTION,
          event_id: `EvBot${at}${type}`,
          event: { ...said, ...author, type, channel_type: type === 'message' ? 'im' : undefined },
        }),
      );
  await expectStillAnswering(world);
  expect(answersIn(world, ts)).toEqual([]);
});

test('a modal that is submitted twice is answered once', async () => {
  const world = await openTestWorld({ transport: 'http' });
  const { slack } = world;
  const values = {
    question: { question: { type: 'plain_text_input', value: URBAN } },
    document: { document: { type: 'static_select', selected_option: { value: 'all' } } },
  };
  const body = { ...SUBMISSION, view: { ...SUBMISSION.view, id: 'V9', state: { values } } };
  const form = new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  for (const _time of [1, 2])
    expect((await slack.http.post(form, { contentType: FORM })).status).toBe(200);
  const direct = slack.world.workspace.directChannel('U1').id;
  const answers = () => slack.channel(direct).filter(({ user }) => user === 'UBOT');
  await slack.until(() => answers().some((one) => renderForPeople(one).includes('75%')));
  await expect.poll(() => world.running().health().unfinished).toBe(0);
  expect(answers()).toHaveLength(1);
});
