import type { Fields } from './fields.ts';
import { checkMessage, type MessageContent } from './limits/message-limits.ts';
import { withBlockIds } from './messages.ts';
import type { World } from './world.ts';

/** What of a message the app gives: text, blocks or markdown. */
export interface GivenContent {
  readonly text: string;
  readonly blocks?: readonly Fields[];
}

/**
 * Text and blocks of a call, checked as Slack checks them; what Slack accepts and people see go wrong is noted.
 * @param where method or other place, for the notes
 * @throws Refusal
 */
export function checkedContent(world: World, where: string, args: MessageContent): GivenContent {
  const { notes } = checkMessage(args, world.allowsMention);
  for (const { code, details } of notes) {
    world.violations.push({ code, where, details, args: { ...args } });
  }
  const markdown = typeof args.markdown_text === 'string' ? args.markdown_text : undefined;
  const blocks =
    markdown === undefined ? args.blocks : [{ type: 'markdown', text: markdown } satisfies Fields];
  return {
    text: String(args.text ?? markdown ?? '').slice(0, 40_000),
    ...(blocks === undefined ? {} : { blocks: withBlockIds(blocks, () => world.mint('b')) }),
  };
}
