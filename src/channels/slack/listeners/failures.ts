import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import type { Desk } from '../answering/desk.ts';
import { noticeMessage } from '../render/answer-messages.ts';

const pressedSchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
});

interface HandledFailure {
  /** As it was thrown where it has a code, else wrapped. */
  readonly error: Error;
  readonly body: unknown;
}

const SORRY = '抱歉，刚才的操作没有成功，问题已经记下。请稍后再试。';

/** The last catch of what people do in Slack: logged, and said to whoever pressed something. */
export const tellOfFailure =
  (desk: Desk) =>
  async ({ error, body }: HandledFailure): Promise<void> => {
    const { log } = desk.options;
    log.error({ err: error }, 'an event of Slack could not be handled');
    const pressed = pressedSchema.safeParse(body).data;
    if (!pressed) return;
    const said = error instanceof YoujuError ? error.message : SORRY;
    const userId = pressed.user.id;
    const channelId = pressed.channel?.id ?? userId;
    const surface = pressed.channel ? 'mention' : 'global-shortcut';
    try {
      const place = { channelId, userId, threadTs: null, surface } as const;
      await desk.tellPrivately(place, noticeMessage(said));
    } catch (failure) {
      log.error({ err: failure }, 'nobody could be told of it');
    }
  };
