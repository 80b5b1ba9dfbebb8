import { actions, button, plainText, section } from './call-api.ts';
import type { Fields } from './fields.ts';

/** What is counted, the most Slack takes, and blocks with that many of it. */
export type Limit = readonly [what: string, max: number, make: (count: number) => Fields[]];

/** A rule, blocks that keep it, and blocks that break it. */
export type Rule = readonly [rule: string, right: Fields[], wrong: Fields[]];

export const times = (count: number, make: (index: number) => Fields): Fields[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const text = (length: number): string => '计'.repeat(length);

const plain = (length: number): Fields => plainText(text(length));
const mrkdwn = (length: number): Fields => ({ type: 'mrkdwn', text: text(length) });
const divider = (more: Fields = {}): Fields => ({ type: 'divider', ...more });
const oneButton = (more: Fields): Fields[] => [actions(button(more))];
const address = (length: number): string => `https://e.cn/${'a'.repeat(length - 13)}`;
const option = (more: Fields = {}): Fields => ({ text: plainText('一'), value: '1', ...more });
const menu = (type: string, more: Fields): Fields[] => [
  actions({ type, action_id: 'menu', ...more }),
];
const image = (more: Fields): Fields[] => [
  { type: 'image', image_url: 'https://e.cn/1.png', alt_text: '图', ...more },
];
const feedback = (label: number, value: number): Fields[] => [
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain(label), value: text(value) },
        negative_button: { text: plainText('没用'), value: 'down' },
      },
    ],
  },
];
const icon = (index: number, more: Fields = {}): Fields => ({
  type: 'icon_button',
  action_id: `i${index}`,
  icon: 'trash',
  text: plainText('删'),
  ...more,
});
const icons = (...elements: Fields[]): Fields[] => [{ type: 'context_actions', elements }];
const table = (rows: number, columns: number, length = 1, more: Fields = {}): Fields => ({
  type: 'table',
  rows: Array.from({ length: rows }, () =>
    times(columns, () => ({ type: 'raw_text', text: text(length) })),
  ),
  ...more,
});
export const dataTable = (rows: number, columns = 1, length = 1, more: Fields = {}): Fields =>
  table(rows, columns, length, { type: 'data_table', caption: '对照', ...more });
const card = (more: Fields): Fields => ({ type: 'card', ...more });
const container = (count: number, more: Fields = {}): Fields => ({
  type: 'container',
  title: plainText('依据'),
  child_blocks: times(count, divider.bind(undefined, {})),
  ...more,
});
const video = (title: number, author: number): Fields[] => [
  {
    type: 'video',
    video_url: 'https://youju.example.com/v',
    thumbnail_url: 'https://youju.example.com/t',
    alt_text: '片',
    title: plain(title),
    author_name: text(author),
  },
];
const confirm = (more: Fields): Fields[] =>
  oneButton({ confirm: { text: plainText('确定？'), ...more } });
const rich = (type: string, element: Fields): Fields[] => [
  { type: 'rich_text', elements: [{ type, elements: [element] }] },
];
const citation = { type: 'citation', url: 'https://e.cn', text: '[1]', index: 1 };
const groups = (count: number): Fields[] =>
  times(count, () => ({ label: plainText('组'), options: [option()] }));

export const LIMITS: readonly Limit[] = [
  ['blocks', 50, (n) => times(n, () => divider())],
  ['block_id', 255, (n) => [divider({ block_id: text(n) })]],
  ['action_id', 255, (n) => oneButton({ action_id: text(n) })],
  ['section', 3_000, (n) => [section(text(n))]],
  ['fields of a section', 10, (n) => [{ type: 'section', fields: times(n, () => mrkdwn(1)) }]],
  ['a field', 2_000, (n) => [{ type: 'section', fields: [mrkdwn(n)] }]],
  ['header', 150, (n) => [{ type: 'header', text: plain(n) }]],
  ['elements of a context', 10, (n) => [{ type: 'context', elements: times(n, () => mrkdwn(1)) }]],
  ['elements of actions', 25, (n) => [actions(...times(n, (i) => button({ action_id: `b${i}` })))]],
  ['alt_text', 2_000, (n) => image({ alt_text: text(n) })],
  ['title of an image', 2_000, (n) => image({ title: plain(n) })],
  ['address of an image', 3_000, (n) => image({ image_url: address(n) })],
  ['markdown together', 12_000, (n) => [6_000, n - 6_000].map(markdown)],
  ['elements of context_actions', 5, (n) => icons(...times(n, (i) => icon(i)))],
  ['label of feedback', 75, (n) => feedback(n, 1)],
  ['value of feedback', 2_000, (n) => feedback(1, n)],
  ['people of an icon', 10, (n) => icons(icon(0, { visible_to_user_ids: Array(n).fill('U1') }))],
  ['rows of a table', 100, (n) => [table(n, 1)]],
  ['cells of a row', 20, (n) => [table(1, n)]],
  ['characters of a table', 10_000, (n) => [table(1, 1, n)]],
  ['tables', 1, (n) => times(n, () => table(1, 1))],
  ['column settings', 20, (n) => [table(1, 1, 1, { column_settings: times(n, () => ({})) })]],
  ['rows of a data table', 201, (n) => [dataTable(n)]],
  ['columns of a data table', 20, (n) => [dataTable(2, n)]],
  ['rows of its page', 100, (n) => [dataTable(2, 1, 1, { page_size: n })]],
  ['blocks of a container', 10, (n) => [container(n)]],
  ['title of a container', 150, (n) => [container(1, { title: plain(n) })]],
  ['subtitle of a container', 150, (n) => [container(1, { subtitle: plain(n) })]],
  ['title of a card', 150, (n) => [card({ title: mrkdwn(n) })]],
  ['subtitle of a card', 150, (n) => [card({ title: mrkdwn(1), subtitle: mrkdwn(n) })]],
  ['body of a card', 200, (n) => [card({ body: mrkdwn(n) })]],
  ['subtext of a card', 200, (n) => [card({ body: mrkdwn(1), subtext: mrkdwn(n) })]],
  [
    'buttons of a card',
    3,
    (n) => [card({ actions: times(n, (i) => button({ action_id: `c${i}` })) })],
  ],
  [
    'cards',
    10,
    (n) => [{ type: 'carousel', elements: times(n, () => card({ title: mrkdwn(1) })) }],
  ],
  ['title of a video', 199, (n) => video(n, 1)],
  ['author of a video', 49, (n) => video(1, n)],
  ['button', 75, (n) => oneButton({ text: plain(n) })],
  ['value of a button', 2_000, (n) => oneButton({ value: text(n) })],
  ['address of a button', 3_000, (n) => oneButton({ url: address(n) })],
  ['options of an overflow', 5, (n) => menu('overflow', { options: times(n, () => option()) })],
  ['options of a menu', 100, (n) => menu('static_select', { options: times(n, () => option()) })],
  ['groups of a menu', 100, (n) => menu('static_select', { option_groups: groups(n) })],
  ['checkboxes', 10, (n) => menu('checkboxes', { options: times(n, () => option()) })],
  ['radio buttons', 10, (n) => menu('radio_buttons', { options: times(n, () => option()) })],
  ['option', 75, (n) => menu('overflow', { options: [option({ text: plain(n) })] })],
  ['value of an option', 75, (n) => menu('overflow', { options: [option({ value: text(n) })] })],
  ['description', 75, (n) => menu('overflow', { options: [option({ description: plain(n) })] })],
  ['placeholder', 150, (n) => menu('users_select', { placeholder: plain(n) })],
  ['title of a confirmation', 100, (n) => confirm({ title: plain(n) })],
  ['text of a confirmation', 300, (n) => confirm({ text: plain(n) })],
  ['yes of a confirmation', 30, (n) => confirm({ confirm: plain(n) })],
  ['no of a confirmation', 30, (n) => confirm({ deny: plain(n) })],
];

function markdown(length: number): Fields {
  return { type: 'markdown', text: text(length) };
}

export const RULES: readonly Rule[] = [
  ['text that is not empty', [section('一')], [section('')]],
  ['cells that are not empty', [table(1, 1)], [table(1, 1, 0)]],
  [
    'headers in plain text',
    [{ type: 'header', text: plain(1) }],
    [{ type: 'header', text: mrkdwn(1) }],
  ],
  ['images from one source', image({}), image({ slack_file: { id: 'F1' } })],
  ['data tables of two rows or more', [dataTable(2)], [dataTable(1)]],
  ['data tables with a caption', [dataTable(2)], [dataTable(2, 1, 1, { caption: '' })]],
  ['containers with a title', [container(1)], [container(1, { title: undefined })]],
  ['containers without markdown', [container(1)], [container(1, { child_blocks: [markdown(1)] })]],
  ['containers without feedback', [container(1)], [container(1, { child_blocks: icons(icon(0)) })]],
  ['cards with something in them', [card({ title: mrkdwn(1) })], [card({ subtitle: mrkdwn(1) })]],
  ['alerts only in modals', [section('一')], [{ type: 'alert', text: plain(1) }]],
  ['known blocks', [divider()], [{ type: 'dividers' }]],
  ['known keys', [divider()], [divider({ colour: 'red' })]],
  [
    'known elements',
    rich('rich_text_section', { type: 'text', text: '一' }),
    rich('rich_text_section', button()),
  ],
  [
    'citations outside code',
    rich('rich_text_quote', citation),
    rich('rich_text_preformatted', citation),
  ],
  [
    'block_ids of their own',
    [divider({ block_id: 'a' }), divider({ block_id: 'b' })],
    [divider({ block_id: 'a' }), divider({ block_id: 'a' })],
  ],
  [
    'action_ids of their own within a block',
    [actions(button()), actions(button())],
    [actions(button(), button())],
  ],
];
