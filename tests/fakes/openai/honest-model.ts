import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChatBody } from './request.ts';

/** Sentences somebody wrote who had read the documents, with what each stands on, word for word. */
const saying = z.array(
  z.object({ text: z.string(), quotes: z.array(z.object({ quote: z.string() })) }),
);

const storedSchema = z.object({
  id: z.string(),
  /** The question set it is of. */
  set: z.string(),
  /** Kept from whoever improves the checks: only measured. */
  aside: z.boolean().default(false),
  /** Near to the words of the documents, and free of them. */
  plain: saying,
  free: saying,
});

export type StoredAnswer = z.infer<typeof storedSchema>;
export type Sayings = z.infer<typeof saying>;
export type HonestWording = 'plain' | 'free';

export const readStored = (file: string): StoredAnswer[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => storedSchema.parse(JSON.parse(line)));

/** Stored answers of the tests. */
export const HONEST_FILE = join(import.meta.dirname, '../../golden/honest/answers.jsonl');

const dataSchema = z.object({
  question: z.string(),
  evidence: z.array(z.object({ n: z.number(), text: z.string() })),
  failed: z.array(z.unknown()).optional(),
});

const NO_SEARCHES = '{"searches":[]}';
const whole = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/**
 * A model that says what is stored for a question, as far as the evidence it is given holds it: a sentence is left
 * out where one of its quotations stands nowhere. It has nothing to mend.
 * @param stored by question, as asked
 */
export const honestModel =
  (stored: ReadonlyMap<string, Sayings>) =>
  ({ messages }: Pick<ChatBody, 'messages'>): string => {
    const data = dataSchema.safeParse(jsonIn(messages.at(-1)?.content ?? '')).data;
    if (!data) return NO_SEARCHES;
    const said = data.failed ? [] : (stored.get(data.question) ?? []);
    const claims = said.flatMap(({ text, quotes }) => {
      const citations = quotes.flatMap(({ quote }) => {
        const at = data.evidence.find((one) => whole(one.text).includes(whole(quote)));
        return at ? [{ n: at.n, quote }] : [];
      });
      return citations.length === quotes.length ? [{ text, citations }] : [];
    });
    return JSON.stringify({ claims, notInEvidence: claims.length === 0 && !data.failed });
  };

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
