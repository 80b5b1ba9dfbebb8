import type { types } from '@slack/bolt';
import type { SlackMessage } from './slack-message.ts';

const MAX_BLOCKS = 50;
/**
 * Slack refuses a message of about 13,200 characters in all. It does not say what it counts: all of a block as
 * it is sent is the most it can be.
 */
const MAX_CHARS = 13_000;
const CONTINUED = '（接上一条消息）';

/** Blocks in their order, in as few messages as hold them; those of one group stay together. */
export function packMessages(
  text: string,
  groups: readonly (readonly types.KnownBlock[])[],
): readonly SlackMessage[] {
  const messages: types.KnownBlock[][] = [[]];
  let room = MAX_CHARS;
  for (const group of groups) {
    const chars = JSON.stringify(group).length;
    const current = messages.at(-1) ?? [];
    if (current.length > 0 && (chars > room || current.length + group.length > MAX_BLOCKS)) {
      messages.push([...group]);
      room = MAX_CHARS - chars;
    } else {
      current.push(...group);
      room -= chars;
    }
  }
  return messages.map((blocks, at) => ({ text: at === 0 ? text : CONTINUED, blocks }));
}
