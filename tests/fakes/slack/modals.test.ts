import type { ViewResponseAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, plainText } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import type { Fields } from './fields.ts';
import { createMinimalApp, type MinimalApp } from './minimal-app.ts';
import type { ShownView } from './views.ts';

const field = (blockId: string, element: Fields, more: Fields = {}): Fields => ({
  type: 'input',
  block_id: blockId,
  label: plainText(blockId),
  element,
  ...more,
});
const options = ['引用错', '数字错'].map((each) => ({ text: plainText(each), value: each }));
const view: Fields = {
  type: 'modal',
  callback_id: 'why',
  notify_on_close: true,
  title: plainText('哪里不对'),
  submit: plainText('发送'),
  blocks: [
    field('reason', { type: 'radio_buttons', action_id: 'reason', options }),
    field(
      'comment',
      { type: 'plain_text_input', action_id: 'comment', max_length: 10 },
      { optional: true },
    ),
  ],
};

describe('a modal that a person has open', () => {
  let slack: FakeSlack;
  let bolt: MinimalApp;
  let modal: ShownView;
  let answer: ViewResponseAction | undefined;
  let sent: unknown;

  beforeEach(async () => {
    answer = undefined;
    slack = await startFakeSlack();
    bolt = createMinimalApp(slack, 'socket');
    bolt.app.view('why', async ({ ack, view: { state } }) => {
      sent = state.values;
      await (answer ? ack(answer as never) : ack());
    });
    await bolt.start();
    const triggerId = slack.world.triggers.mint('U1');
    await callApi(slack, 'views.open', { view, trigger_id: triggerId });
    modal = await slack.until(() => slack.modal('U1'));
  });

  afterEach(async () => {
    await bolt.stop();
    await slack.close();
  });

  const submit = () => slack.person('U1').submit(modal, { reason: '数字错' });
  const next = { type: 'modal', title: plainText('谢谢'), blocks: [] } as never;

  test('closes when what was filled in is taken', async () => {
    await submit();
    expect(sent).toEqual({
      reason: { reason: { type: 'radio_buttons', selected_option: options[1] } },
      comment: { comment: { type: 'plain_text_input', value: null } },
    });
    expect(slack.modal('U1')).toBeUndefined();
  });

  test('changes, grows a second one, or goes with all of them', async () => {
    answer = { response_action: 'push', view: next };
    await submit();
    expect(slack.world.views.stack('U1').map(({ title }) => title?.text)).toEqual([
      '哪里不对',
      '谢谢',
    ]);
    const top = await slack.until(() => slack.modal('U1'));
    await slack.person('U1').closeView(top);
    answer = { response_action: 'update', view: next };
    await submit();
    expect(slack.modal('U1')).toMatchObject({ id: modal.id, title: { text: '谢谢' } });
    slack.world.views.open('U1', view);
    modal = await slack.until(() => slack.modal('U1'));
    answer = { response_action: 'clear' };
    await submit();
    expect(slack.modal('U1')).toBeUndefined();
  });

  test('shows trouble for a wrong answer, and notes it', async () => {
    answer = { response_action: 'errors', errors: { nowhere: '错' } };
    await submit();
    expect(slack.modal('U1')?.trouble).toContain('请重试');
    expect(slack.violations).toMatchObject([{ code: 'invalid_errors', where: 'view ack' }]);
  });

  test('cannot be sent with a needed field empty, too long a text, or fields it has not', async () => {
    const person = slack.person('U1');
    await expect(person.submit(modal)).rejects.toThrow('reason must be filled in');
    const long = { reason: '数字错', comment: '长'.repeat(11) };
    await expect(person.submit(modal, long)).rejects.toThrow('no more than 10');
    await expect(person.submit(modal, { reason: '数字错', other: '' })).rejects.toThrow('no field');
    await expect(person.submit(modal, { reason: '别的' })).rejects.toThrow('no option');
    expect(slack.modal('U1')).toBeDefined();
  });

  test('tells the app when it is closed, if it asked for that', async () => {
    const closed: string[] = [];
    bolt.app.view({ callback_id: 'why', type: 'view_closed' }, async ({ ack, view: { id } }) => {
      closed.push(id);
      await ack();
    });
    await slack.person('U1').closeView(modal);
    expect(closed).toEqual([modal.id]);
    await expect(slack.person('U1').closeView(modal)).rejects.toThrow('not what U1 sees on top');
  });

  test('says so when the app does not answer', async () => {
    await bolt.stop();
    await slack.until(() => slack.sockets.size === 0);
    expect(await submit()).toMatchObject({ acknowledged: false });
    expect(slack.modal('U1')?.trouble).toContain('请重试');
  });
});
