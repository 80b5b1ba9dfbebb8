import type { types } from '@slack/bolt';
import { toPlainText } from '../../plain-text.ts';
import type { Action } from './actions.ts';
import { shorten, splitText } from './split-text.ts';

/**
 * Blocks for text that is not ours. All of them carry it literally, as rich text or plain text: no mention, link
 * or format can come out of it.
 */

const MAX_TEXT_CHARS = 3_000;
const MAX_BUTTON_CHARS = 75;

export type Piece = types.RichTextText | types.RichTextLink | types.RichTextUserMention;
type Style = NonNullable<types.RichTextText['style']>;

export const words = (text: string, style?: Style): types.RichTextText => ({
  type: 'text',
  text: toPlainText(text),
  ...(style ? { style } : {}),
});

export const strong = (text: string): types.RichTextText => words(text, { bold: true });

/** A label has no line breaks. */
export const link = (url: string, label: string): types.RichTextLink => ({
  type: 'link',
  url,
  text: toPlainText(label).replace(/\s+/gu, ' '),
});

/** A link where there is somewhere to go to. */
export const linkIf = (url: string | null, label: string): Piece =>
  url === null ? words(label) : link(url, label);

/** Slack refuses empty pieces and long ones. */
const sized = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece): Piece[] =>
    piece.type === 'text'
      ? splitText(piece.text, MAX_TEXT_CHARS).map((text) => ({ ...piece, text }))
      : [piece],
  );

/** Lines are told apart by \n. */
export const paragraph = (...pieces: readonly Piece[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: sized(pieces) }],
});

/** Set off from what is around it. */
export const quotation = (...pieces: readonly Piece[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: sized(pieces) }],
});

/** To be selected and copied as it is. */
export const copyable = (text: string): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [words(shorten(text, MAX_TEXT_CHARS))] }],
});

/** Cut where it is longer than its place takes. */
export const plain = (text: string, maxChars: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(toPlainText(text), maxChars),
  emoji: false,
});

/** Small print. */
export const context = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [plain(text, MAX_TEXT_CHARS)],
});

export const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: plain(text, 150),
});

export const divider: types.DividerBlock = { type: 'divider' };

export const button = <Value>(
  label: string,
  action: Action<Value>,
  value: Value,
  number?: number,
): types.Button => ({
  type: 'button',
  text: plain(label, MAX_BUTTON_CHARS),
  action_id: action.id(number),
  value: action.write(value),
});

export const buttons = (elements: readonly types.Button[]): types.ActionsBlock => ({
  type: 'actions',
  elements: [...elements],
});
