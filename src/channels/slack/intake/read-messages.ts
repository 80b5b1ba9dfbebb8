import { z } from 'zod';

/** Ids of what was dropped into a message. */
export const filesSchema = z
  .array(z.object({ id: z.string() }).transform(({ id }) => id))
  .optional()
  .catch(undefined);

/** Messages as Slack gives them when they are read again. */
export const messagesSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        text: z.string().default(''),
        subtype: z.string().optional(),
        bot_id: z.string().optional(),
        team: z.string().optional(),
        user_team: z.string().optional(),
        files: filesSchema,
      }),
    )
    .default([]),
});
