import type { Fields } from '../fields.ts';

const TOKEN = /<(?:@[A-Z0-9]+|#[A-Z0-9]+(?:\|[^<>]*)?|!(?:here|channel|everyone)|https?:[^<>]*)>/u;
const LINK = /https?:\/\/[^\s<>]+/gu;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const pieces = (text: string): string[] => text.split(new RegExp(`(${TOKEN.source})`, 'u'));

/**
 * What Slack makes of what a person types: `& < >` escaped, addresses linked.
 * `<@U1>`, `<#C1>`, `<!channel>` and `<https://…>` stand for what Slack's editor inserts and stay.
 */
export const asSent = (typed: string): string =>
  pieces(typed)
    .map((piece) =>
      TOKEN.test(piece) ? piece : escaped(piece).replace(LINK, (link) => `<${link}>`),
    )
    .join('');

/** The rich text Slack sends along with a person's message. */
export const richTextOf = (typed: string): Fields => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: pieces(typed)
        .filter((piece) => piece !== '')
        .map(elementOf),
    },
  ],
});

function elementOf(piece: string): Fields {
  if (!TOKEN.test(piece)) {
    return { type: 'text', text: piece };
  }
  const inside = piece.slice(1, -1);
  if (inside.startsWith('@')) {
    return { type: 'user', user_id: inside.slice(1) };
  }
  if (inside.startsWith('#')) {
    return { type: 'channel', channel_id: inside.slice(1).split('|')[0] };
  }
  return inside.startsWith('!')
    ? { type: 'broadcast', range: inside.slice(1) }
    : { type: 'link', url: inside.split('|')[0] };
}
