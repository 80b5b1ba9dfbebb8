import { z } from 'zod';
import type { Topic } from './topic.ts';

const surroundings = { places: z.array(z.string()), times: z.array(z.string()).default([]) };

const topicSchema = z.object({
  ...surroundings,
  subject: z.string(),
  wording: z.string().default(''),
  asking: z.string(),
  context: z.string(),
  former: z.object(surroundings).default({ places: [], times: [] }),
  listed: z.array(z.string()).default([]),
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
