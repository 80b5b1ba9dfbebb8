import { expect, test } from 'vitest';
import { actions, button, plainText, section } from './call-api.ts';
import type { Fields } from './fields.ts';
import type { SlackMessage } from './messages.ts';
import { renderForPeople } from './render-for-people.ts';

const message = (blocks: Fields[], more: Partial<SlackMessage> = {}): SlackMessage => ({
  type: 'message',
  channel: 'C1',
  ts: '1.1',
  user: 'UBOT',
  text: '答',
  blocks,
  ...more,
});
const cell = (text: string): Fields => ({ type: 'raw_text', text });
const richSection = (...elements: Fields[]): Fields => ({ type: 'rich_text_section', elements });

test('a message reads as people see it', () => {
  const shown = renderForPeople(
    message(
      [
        { type: 'header', text: plainText('城镇化率') },
        section('2025年目标 *75%* <https://e.cn/p|第二章> R&amp;D &lt; 5% <@U1>'),
        {
          type: 'table',
          rows: [
            [cell('区县'), cell('2025')],
            [cell('淄川区'), cell('75%')],
          ],
        },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'ordered',
              elements: [
                richSection({ type: 'text', text: '规划' }, { type: 'link', url: 'https://e.cn' }),
              ],
            },
            { type: 'rich_text_quote', elements: [{ type: 'text', text: '原文一\n原文二' }] },
          ],
        },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '由模型措辞' }] },
        { type: 'divider' },
        actions(button(), button({ url: 'https://e.cn', text: plainText('打开') })),
        {
          type: 'context_actions',
          elements: [
            {
              type: 'feedback_buttons',
              positive_button: { text: plainText('有用') },
              negative_button: { text: plainText('没用') },
            },
          ],
        },
      ],
      { edited: { user: 'UBOT', ts: '1.2' } },
    ),
  );
  expect(shown).toBe(
    [
      '有据：',
      '  ## 城镇化率',
      '  2025年目标 *75%* 第二章(https://e.cn/p) R&D < 5% @U1',
      '  │ 区县   │ 2025 │',
      '  │ 淄川区 │ 75%  │',
      '  1. 规划https://e.cn',
      '  │ 原文一',
      '  │ 原文二',
      '    由模型措辞',
      '  ────────',
      '  [查看原文] [打开](https://e.cn)',
      '  [有用] [没用]',
      '  （已编辑）',
    ].join('\n'),
  );
});

test('a message without blocks is its text', () => {
  expect(renderForPeople(message([], { text: '&lt;在查&gt;' }))).toBe('有据：\n  <在查>');
});

test('a folded container, tasks and a stream show what they hold', () => {
  const shown = renderForPeople(
    message(
      [
        {
          type: 'container',
          title: plainText('依据'),
          is_collapsible: true,
          default_collapsed: true,
          child_blocks: [section('第一章')],
        },
        { type: 'task_card', task_id: 't', title: '查指标', status: 'complete', details: '两处' },
        { type: 'markdown', text: '**75%**' },
      ],
      { streaming_state: 'in_progress' },
    ),
  );
  expect(shown).toBe(
    ['有据：', '  ▸ 依据', '    第一章', '  ● 查指标', '    两处', '  **75%**', '  …'].join('\n'),
  );
});

test('a modal shows its fields, errors and buttons', () => {
  const shown = renderForPeople({
    id: 'V1',
    user: 'U1',
    type: 'modal',
    hash: 'h',
    root_view_id: 'V1',
    previous_view_id: null,
    callback_id: '',
    private_metadata: '',
    external_id: '',
    notify_on_close: false,
    clear_on_close: false,
    title: plainText('哪里不对'),
    submit: plainText('发送'),
    close: plainText('取消'),
    errors: { comment: '请写具体些' },
    blocks: [
      {
        type: 'input',
        label: plainText('说明'),
        optional: true,
        element: { type: 'plain_text_input', placeholder: plainText('哪一句') },
      },
    ],
  });
  expect(shown).toBe(
    ['【弹窗 哪里不对】', '  说明（选填）：____哪一句', '  ! 请写具体些', '  [取消] [发送]'].join(
      '\n',
    ),
  );
});
