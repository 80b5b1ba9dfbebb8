import { type Fields, fieldsIn, listIn, objectsIn } from './fields.ts';
import type { SlackMessage } from './messages.ts';
import { renderRichText } from './render-rich-text.ts';
import { renderTable } from './render-table.ts';
import type { ShownView } from './views.ts';
import { BOT_USER } from './workspace.ts';

/** What a person sees of a message, modal or home, as plain text. */
export function renderForPeople(shown: SlackMessage | ShownView): string {
  return 'hash' in shown ? renderView(shown) : renderMessage(shown);
}

function renderMessage(message: SlackMessage): string {
  const { user, text, blocks = [], edited, reactions = [], unfurls = {} } = message;
  const who = user === BOT_USER ? '有据' : (user ?? message.bot_id ?? '某人');
  const marks = [
    ...(message.streaming_state === 'in_progress' ? ['…'] : []),
    ...(edited ? ['（已编辑）'] : []),
    ...reactions.map(({ name, users }) => `:${name}: ${users.length}`),
  ];
  const body = blocks.length === 0 ? plainOf(text) : renderBlocks(blocks);
  const links = Object.values(unfurls).map((unfurl) => indent(renderBlocks(unfurl.blocks)));
  return [`${who}：`, indent(body), ...links, ...marks.map((mark) => indent(mark))].join('\n');
}

function renderView({
  type,
  title,
  blocks,
  submit,
  close,
  errors = {},
  trouble,
}: ShownView): string {
  const buttons = [close, submit].filter((button) => button !== undefined).map(buttonOf);
  return [
    type === 'home' ? '【主页】' : `【弹窗 ${textOf(title)}】`,
    indent(renderBlocks(blocks)),
    ...Object.values(errors).map((error) => indent(`! ${String(error)}`)),
    ...(trouble === undefined ? [] : [indent(`! ${trouble}`)]),
    ...(buttons.length === 0 ? [] : [indent(buttons.join(' '))]),
  ].join('\n');
}

export const renderBlocks = (blocks: unknown): string =>
  objectsIn(blocks).map(renderBlock).join('\n');

const RENDERERS: Readonly<Record<string, (block: Fields) => string>> = {
  actions: ({ elements }) => objectsIn(elements).map(renderElement).join(' '),
  alert: ({ text }) => `⚠ ${textOf(text)}`,
  card: ({ title, subtitle, body, actions }) =>
    [title, subtitle, body].map(textOf).concat(objectsIn(actions).map(renderElement)).join('\n'),
  carousel: ({ elements }) => renderBlocks(elements),
  container: ({
    title,
    rich_text_title: rich,
    child_blocks: children,
    default_collapsed: folded,
  }) =>
    `${folded === true ? '▸' : '▾'} ${rich ? renderRichText(fieldsIn(rich)) : textOf(title)}\n${indent(renderBlocks(children))}`,
  context: ({ elements }) => `  ${objectsIn(elements).map(renderElement).join(' ')}`,
  context_actions: ({ elements }) => objectsIn(elements).map(renderElement).join(' '),
  data_table: ({ caption, rows }) => `${String(caption)}\n${renderTable(listIn(rows))}`,
  divider: () => '────────',
  header: ({ text }) => `## ${textOf(text)}`,
  image: ({ alt_text: alt }) => `[图：${String(alt)}]`,
  input: ({ label, element, hint, optional }) =>
    `${textOf(label)}${optional === true ? '（选填）' : ''}：${renderElement(fieldsIn(element))}${hint ? ` ${textOf(hint)}` : ''}`,
  markdown: ({ text }) => plainOf(String(text)),
  plan: ({ title, tasks }) => `${String(title)}\n${indent(renderBlocks(tasks))}`,
  rich_text: renderRichText,
  section: ({ text, fields, accessory }) =>
    [
      ...(text === undefined ? [] : [textOf(text)]),
      ...objectsIn(fields).map(textOf),
      ...(accessory === undefined ? [] : [renderElement(fieldsIn(accessory))]),
    ].join('\n'),
  table: ({ rows }) => renderTable(listIn(rows)),
  task_card: ({ title, status, details, output, sources }) =>
    [
      `${TASK_MARKS[String(status)] ?? '·'} ${String(title)}`,
      ...[details, output].filter((text) => typeof text === 'string').map(indent),
      ...objectsIn(sources).map((source) => indent(`↗ ${String(source.text)}`)),
    ].join('\n'),
};

const TASK_MARKS: Readonly<Record<string, string>> = {
  pending: '○',
  in_progress: '◐',
  complete: '●',
  error: '✗',
};

function renderBlock(block: Fields): string {
  const render = RENDERERS[String(block.type)];
  return render ? render(block) : `[${String(block.type)}]`;
}

/** Buttons as [按钮], menus as [选项 ▾], fields as ____. */
function renderElement(element: Fields): string {
  const { type, text, placeholder, options } = element;
  switch (type) {
    case 'mrkdwn':
    case 'plain_text':
      return textOf(element);
    case 'image':
      return `[图：${String(element.alt_text)}]`;
    case 'button':
    case 'icon_button':
      return `[${textOf(text)}]${typeof element.url === 'string' ? `(${element.url})` : ''}`;
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button]
        .map((button) => `[${textOf(fieldsIn(button).text)}]`)
        .join(' ');
    case 'overflow':
      return '[…]';
    case 'radio_buttons':
    case 'checkboxes':
      return objectsIn(options)
        .map((option) => `( ) ${textOf(option.text)}`)
        .join(' ');
    default:
      return String(type).includes('select')
        ? `[${textOf(placeholder) || '选择'} ▾]`
        : `____${textOf(placeholder)}`;
  }
}

const buttonOf = (text: Fields): string => `[${textOf(text)}]`;

/** Text of a text object, as read; nothing for no object. */
function textOf(value: unknown): string {
  const { type, text } = fieldsIn(value);
  return type === 'mrkdwn' ? plainOf(String(text)) : typeof text === 'string' ? text : '';
}

/** mrkdwn as people see it: links by their labels and addresses, entities as characters. */
const plainOf = (text: string): string =>
  text
    .replace(/<(?<url>(?:https?|mailto):[^|>]*)\|(?<label>[^>]*)>/gu, '$<label>($<url>)')
    .replace(/<(?<url>(?:https?|mailto):[^>]*)>/gu, '$<url>')
    .replace(/<@(?<id>[A-Z0-9]+)(?:\|[^>]*)?>/gu, '@$<id>')
    .replace(/<#(?<id>[A-Z0-9]+)(?:\|(?<name>[^>]*))?>/gu, '#$<id>')
    .replace(/<!(?<name>[^>]*)>/gu, '@$<name>')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const indent = (text: string): string => text.replace(/^/gmu, '  ');
