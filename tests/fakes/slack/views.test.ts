import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, explanation, plainText } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { type Fields, fieldsIn } from './fields.ts';
import { text, times } from './limit-cases.ts';

const modal = (more: Fields = {}): Fields => ({
  type: 'modal',
  title: plainText('原文'),
  blocks: [{ type: 'divider' }],
  ...more,
});
const home = (more: Fields = {}): Fields => ({
  type: 'home',
  blocks: [{ type: 'divider' }],
  ...more,
});
const input: Fields = {
  type: 'input',
  label: plainText('问题'),
  element: { type: 'plain_text_input', action_id: 'question' },
};

describe('views', () => {
  let slack: FakeSlack;
  let nowMs: number;

  beforeEach(async () => {
    nowMs = 1_700_000_000_000;
    slack = await startFakeSlack({ clock: () => nowMs });
  });

  afterEach(() => slack.close());

  const trigger = (viewId?: string): string => slack.world.triggers.mint('U1', viewId);
  const open = (view: Fields, triggerId = trigger()): Promise<Fields> =>
    callApi(slack, 'views.open', { view, trigger_id: triggerId });
  const publish = (view: Fields, more: Fields = {}): Promise<Fields> =>
    callApi(slack, 'views.publish', { user_id: 'U1', view, ...more });

  test.each([
    ['title', 24, (n: number) => modal({ title: plainText(text(n)) })],
    ['submit', 24, (n: number) => modal({ submit: plainText(text(n)) })],
    ['close', 24, (n: number) => modal({ close: plainText(text(n)) })],
    ['private_metadata', 3_000, (n: number) => modal({ private_metadata: text(n) })],
    ['callback_id', 255, (n: number) => modal({ callback_id: text(n) })],
    ['external_id', 255, (n: number) => modal({ external_id: text(n) })],
    ['blocks', 100, (n: number) => modal({ blocks: times(n, () => ({ type: 'divider' })) })],
    ['alert', 200, (n: number) => modal({ blocks: [{ type: 'alert', text: plainText(text(n)) }] })],
  ])('of a modal are taken up to this size: %s, %i', async (_, max, make) => {
    expect(await open(make(max))).toMatchObject({ ok: true });
    expect(await open(make(max + 1))).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(slack.violations).toHaveLength(1);
  });

  test.each([
    ['fields and no button', modal({ blocks: [input] }), 'json-pointer:/view/submit'],
    ['no title', modal({ title: undefined }), 'json-pointer:/view/title'],
    ['a table', modal({ blocks: [{ type: 'table', rows: [] }] }), 'not on a modal'],
    [
      'feedback buttons',
      modal({ blocks: [{ type: 'context_actions', elements: [] }] }),
      'not on a modal',
    ],
    ['keys of nothing', modal({ subtitle: '一' }), 'json-pointer:/view/'],
    ['the shape of a home', home(), 'must be a modal view'],
  ])('of a modal are refused with %s', async (_, view, why) => {
    const answer = await open(view);
    expect(answer).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(explanation(answer)).toContain(why);
  });

  test('of a home take 100 blocks, and neither title nor alert', async () => {
    const dividers = (count: number) => home({ blocks: times(count, () => ({ type: 'divider' })) });
    expect(await publish(dividers(100))).toMatchObject({ ok: true });
    expect(await publish(dividers(101))).toMatchObject({ error: 'invalid_arguments' });
    expect(await publish(home({ title: plainText('一') }))).toMatchObject({ ok: false });
    const alert = { type: 'alert', text: plainText('注意') };
    expect(await publish(home({ blocks: [alert] }))).toMatchObject({ ok: false });
  });

  test('are no larger than 250 kilobytes', async () => {
    const long = { type: 'section', text: { type: 'mrkdwn', text: text(3_000) } };
    expect(await open(modal({ blocks: times(28, () => long) }))).toMatchObject({
      error: 'view_too_large',
    });
  });

  test('open once and within three seconds of the trigger', async () => {
    const once = trigger();
    expect(await open(modal(), once)).toMatchObject({ ok: true });
    expect(await open(modal(), once)).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = trigger();
    nowMs += 3_001;
    expect(await open(modal(), late)).toMatchObject({ error: 'expired_trigger_id' });
    expect(await open(modal(), 'made-up')).toMatchObject({ error: 'invalid_trigger_id' });
  });

  test('are stacked three deep, from a trigger of the one on top', async () => {
    const { view } = await open(modal());
    const id = String(fieldsIn(view).id);
    const push = (triggerId: string) =>
      callApi(slack, 'views.push', { view: modal(), trigger_id: triggerId });
    expect(await push(trigger())).toMatchObject({ error: 'not_found' });
    expect(await push(trigger(id))).toMatchObject({ ok: true, view: { previous_view_id: id } });
    expect(await push(trigger(id))).toMatchObject({ ok: true, view: { root_view_id: id } });
    expect(await push(trigger(id))).toMatchObject({ error: 'push_limit_reached' });
    expect(slack.world.views.stack('U1')).toHaveLength(3);
  });

  test('are updated by id, by an id of the app’s own, and not over somebody’s change', async () => {
    const { view } = await open(modal({ external_id: 'own' }));
    const { id, hash } = fieldsIn(view);
    const update = (find: Fields) => callApi(slack, 'views.update', { view: modal(), ...find });
    expect(await update({ external_id: 'own', hash })).toMatchObject({ ok: true, view: { id } });
    expect(await update({ view_id: id, hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await update({ view_id: 'V0' })).toMatchObject({ error: 'not_found' });
    expect(slack.violations.map(({ code }) => code)).toEqual(['not_found']);
  });

  test('of a home keep their id, and go by their hash', async () => {
    const { view } = await publish(home());
    const { id, hash } = fieldsIn(view);
    expect(await publish(home(), { hash })).toMatchObject({ ok: true, view: { id } });
    expect(await publish(home(), { hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish(home(), { user_id: 'U404' })).toMatchObject({ error: 'user_not_found' });
  });

  test('cannot share an id of the app’s own', async () => {
    await open(modal({ external_id: 'own' }));
    expect(await open(modal({ external_id: 'own' }))).toMatchObject({
      error: 'duplicate_external_id',
    });
  });
});
