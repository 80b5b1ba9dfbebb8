import { fieldsIn, isFields } from '../fields.ts';
import { type ShownText, shownTexts } from './shown-text.ts';

/** Something Slack takes and people see go wrong. */
export interface Note {
  readonly code: 'live_mention' | 'unescaped' | 'live_link';
  readonly details: readonly string[];
}

const MENTION = /<(?:@[UW]|!(?:here|channel|everyone|subteam))[^<>\n]*>/gu;
const SPECIAL =
  /<(?:@[A-Z0-9]+|#[A-Z0-9]+|!date\^|!(?:here|channel|everyone|subteam)|(?:https?|mailto|slack|tel):)[^<>\n]*>/gu;
/** Links, images and bare addresses in markdown. Ours lead from blocks only. */
const MARKDOWN_LINK =
  /!?\[[^\]\n]*\][([][^)\]\n]*[)\]]|<(?:https?|mailto):[^<>\n]*>|\bhttps?:\/\/\S+|\bwww\.\w\S*/giu;
const ENTITY = /&(?:amp|lt|gt);/gu;

/**
 * What in texts would ring people, or is left unescaped.
 * @param text top-level text, which Slack reads as mrkdwn
 */
export function notesOn(
  text: unknown,
  blocks: unknown,
  allowsMention: (mention: string) => boolean,
): Note[] {
  const texts: ShownText[] = [
    ...(typeof text === 'string' ? [{ text, reading: 'mrkdwn' } as const] : []),
    ...shownTexts(blocks),
  ];
  const read = texts.filter(({ reading }) => reading !== 'literal').map((shown) => shown.text);
  const mentions = [...read.flatMap((line) => line.match(MENTION) ?? []), ...richMentions(blocks)];
  const unescaped = texts
    .filter(({ reading }) => reading === 'mrkdwn')
    .filter((shown) => /[<>&]/u.test(shown.text.replace(SPECIAL, '').replace(ENTITY, '')))
    .map((shown) => shown.text.slice(0, 120));
  const links = texts
    .filter(({ reading }) => reading === 'markdown')
    .flatMap((shown) => shown.text.match(MARKDOWN_LINK) ?? []);
  const live = mentions.filter((mention) => !allowsMention(mention));
  return [
    ...(live.length === 0 ? [] : [{ code: 'live_mention', details: live } as const]),
    ...(links.length === 0 ? [] : [{ code: 'live_link', details: links } as const]),
    ...(unescaped.length === 0 ? [] : [{ code: 'unescaped', details: unescaped } as const]),
  ];
}

/** User and broadcast elements of rich text, written as mrkdwn writes them. */
function richMentions(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(richMentions);
  }
  if (!isFields(value)) {
    return [];
  }
  const { type, user_id: user, range, usergroup_id: group } = fieldsIn(value);
  const own =
    type === 'user' && typeof user === 'string'
      ? [`<@${user}>`]
      : type === 'broadcast'
        ? [`<!${String(range)}>`]
        : type === 'usergroup'
          ? [`<!subteam^${String(group)}>`]
          : [];
  return [...own, ...Object.values(value).flatMap(richMentions)];
}
