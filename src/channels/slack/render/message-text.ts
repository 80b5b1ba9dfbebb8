import { toPlainText } from '../../plain-text.ts';
import { MAX_TEXT_BYTES } from './slack-message.ts';
import { ELLIPSIS } from './split-text.ts';

/** Entities for what has one. What formats has none and becomes its full-width likeness. */
const INERT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '*': '＊',
  _: '＿',
  '~': '～',
  '`': '｀',
};

/** Any text as mrkdwn that mentions nobody, links nowhere and formats nothing. */
export const toMrkdwn = (text: string): string =>
  toPlainText(text).replace(/[&<>*_~`]/gu, (character) => INERT[character] ?? character);

/** Lines for a message's `text`: as many as fit, the last of them cut. */
export function messageText(lines: readonly string[]): string {
  const room = MAX_TEXT_BYTES - Buffer.byteLength(ELLIPSIS);
  let taken = '';
  let bytes = 0;
  for (const character of lines.join('\n')) {
    const inert = toMrkdwn(character);
    bytes += Buffer.byteLength(inert);
    if (bytes > room) return taken + ELLIPSIS;
    taken += inert;
  }
  return taken;
}
