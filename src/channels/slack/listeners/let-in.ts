import type { App as BoltApp } from '@slack/bolt';
import { z } from 'zod';
import type { Deed, Desk } from '../answering/desk.ts';
import { signWhile } from '../delivery/sign-while.ts';
import { noticeMessage } from '../render/answer-messages.ts';
import { ownTeamOf } from './pressed.ts';

/** What people do with something we show. Commands and messages are questions, and checked as such. */
const deedSchema = z.object({
  type: z.enum(['block_actions', 'view_submission', 'shortcut']),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string() }).optional(),
});

/** Slack waits three seconds for a word; to whom Slack cannot name in time it is said afterwards. */
const ACKNOWLEDGE_AFTER_MS = 2_000;

/** Before any button, menu, dialog or shortcut does something: who may not ask is told so, and nothing happens. */
export function letIn(bolt: BoltApp, desk: Desk): void {
  bolt.use(async (args) => {
    const done = deedSchema.safeParse(args.body).data;
    if (!done) return void (await args.next());
    const channelId = done.channel?.id ?? done.user.id;
    const isInChannel = done.channel !== undefined && !channelId.startsWith('D');
    const deed: Deed = {
      userId: done.user.id,
      userTeamId: ownTeamOf(done),
      channelId,
      // In direct messages also answers of the dialog are found, which may come where nobody may write.
      surface: isInChannel ? 'mention' : 'global-shortcut',
    };
    const acknowledge = async (): Promise<void> => {
      if ('ack' in args && typeof args.ack === 'function') await args.ack();
    };
    const denial = await signWhile(desk.denialOf(deed), ACKNOWLEDGE_AFTER_MS, acknowledge);
    if (denial === undefined) return void (await args.next());
    await acknowledge();
    await desk.tellPrivately({ ...deed, threadTs: null }, noticeMessage(denial));
  });
}
