import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions, button, callApi, explanation, plainText, section } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import type { Fields } from './fields.ts';
import { dataTable, LIMITS, RULES, text, times } from './limit-cases.ts';

describe('blocks of a message', () => {
  let slack: FakeSlack;

  beforeAll(async () => {
    slack = await startFakeSlack();
  });

  afterAll(() => slack.close());

  const post = (args: Fields): Promise<Fields> =>
    callApi(slack, 'chat.postMessage', { channel: 'C1', ...args });

  const expectOnlyRight = async (right: Fields[], wrong: Fields[]): Promise<void> => {
    const before = slack.violations.length;
    expect(await post({ text: '答', blocks: right })).toMatchObject({ ok: true });
    expect(slack.violations.length).toBe(before);
    const answer = await post({ text: '答', blocks: wrong });
    expect(answer.error).toMatch(/^(?:invalid_blocks|invalid_attachments)$/u);
    expect(explanation(answer)).toContain('json-pointer:/blocks');
    expect(slack.violations.length).toBe(before + 1);
  };

  test.each(LIMITS)('are taken up to this size: %s, %i', async (_, max, make) => {
    await expectOnlyRight(make(max), make(max + 1));
  });

  test.each(RULES)('need %s', async (_, right, wrong) => {
    await expectOnlyRight(right, wrong);
  });

  test('hold about 13,200 characters together', async () => {
    const sections = (last: number) => [
      ...times(4, () => section(text(3_000))),
      section(text(last)),
    ];
    expect(await post({ text: '答', blocks: sections(1_200) })).toMatchObject({ ok: true });
    expect(await post({ text: '答', blocks: sections(1_201) })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });

  test('hold 20,000 characters of data tables, if they were not too long before', async () => {
    const answer = await post({ text: '答', blocks: [dataTable(2, 10, 1_001)] });
    expect(explanation(answer)).toContain('20000');
  });

  test('say where something is wrong', async () => {
    const answer = await post({
      text: '答',
      blocks: [section('一'), actions(button({ text: plainText('') }))],
    });
    expect(explanation(answer)).toContain('[json-pointer:/blocks/1/elements/0/text/text]');
  });

  test.each([
    ['nothing at all', {}, 'no_text'],
    ['empty text', { text: '' }, 'no_text'],
    ['markdown and text', { markdown_text: '一', text: '一' }, 'markdown_text_conflict'],
    [
      'markdown and blocks',
      { markdown_text: '一', blocks: [section('一')] },
      'markdown_text_conflict',
    ],
    ['markdown over 12,000', { markdown_text: text(12_001) }, 'msg_too_long'],
    [
      'metadata without a type',
      { text: '一', metadata: { event_payload: {} } },
      'invalid_metadata_format',
    ],
    ['another name', { text: '一', username: '书记' }, 'missing_scope'],
  ])('cannot be sent with %s', async (_, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  test('are not needed beside text, which is cut after 40,000 characters', async () => {
    const { ts } = await post({ text: text(40_001) });
    expect(slack.thread('C1', String(ts))[0]?.text).toHaveLength(40_000);
    expect(slack.violations.at(-1)).toMatchObject({ code: 'text_truncated' });
  });

  test('of an update leave 4,000 characters to the text', async () => {
    const { ts } = await post({ text: '在查' });
    const update = (length: number) =>
      callApi(slack, 'chat.update', { channel: 'C1', ts, text: text(length), parse: 'none' });
    expect(await update(4_000)).toMatchObject({ ok: true });
    expect(await update(4_001)).toMatchObject({ error: 'msg_too_long' });
  });

  test('can be tried without sending and without a token', async () => {
    const right = await callApi(slack, 'blocks.validate', { blocks: [section('一')] }, '');
    const wrong = await callApi(slack, 'blocks.validate', { blocks: [section('')] }, '');
    expect(right).toEqual({ ok: true });
    expect(wrong).toMatchObject({ ok: false, errors: [{ pointer: '/blocks/0/text/text' }] });
  });
});
