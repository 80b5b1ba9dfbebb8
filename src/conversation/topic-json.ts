import { z } from 'zod';
import type { Topic } from './resolve-turn.ts';

const topicSchema = z.object({
  places: z.array(z.string()),
  years: z.array(z.number()),
  subject: z.string(),
  asking: z.string(),
  context: z.string(),
  focus: z.array(z.string()),
}) satisfies z.ZodType<Topic>;

/** Only what a topic is made of, whatever else the value carries. */
export const topicToJson = (topic: Topic): string => JSON.stringify(topicSchema.parse(topic));

/** Undefined for what no topic was written as: another version's, or damage. */
export function topicFromJson(json: string): Topic | undefined {
  try {
    return topicSchema.safeParse(JSON.parse(json)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
