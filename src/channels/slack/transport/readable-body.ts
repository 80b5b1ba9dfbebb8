import { z } from 'zod';

const text = z.string();
const one = z.looseObject({ id: text });
const anything = z.looseObject({});
const started = { user: one, trigger_id: text, callback_id: text };

/** What Bolt and our listeners read of a body without looking whether it is there, by the ways people reach us. */
const bodySchema = z.union([
  z.object({
    event: z.object({
      type: text,
      user: text.or(one).optional(),
      channel: text.or(one).optional(),
      item: anything.optional(),
      subteam: anything.optional(),
    }),
    authorizations: z.array(anything).optional(),
  }),
  z.object({
    command: text,
    text,
    team_id: text,
    channel_id: text,
    user_id: text,
    trigger_id: text,
  }),
  z.object({ type: z.literal('block_actions'), user: one, actions: z.array(anything).min(1) }),
  z.object({ type: z.literal('shortcut'), ...started }),
  z.object({ type: z.literal('message_action'), ...started, channel: one, message: anything }),
  z.object({ type: z.enum(['view_submission', 'view_closed']), user: one, view: one }),
  z.object({ type: z.literal('block_suggestion'), user: one }),
]);

/** Whether a signed body is of a shape that Slack sends. */
export const isReadable = (body: unknown): boolean => bodySchema.safeParse(body).success;
