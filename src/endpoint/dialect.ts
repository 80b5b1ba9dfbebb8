/** How much of OpenAI's language an endpoint understands; learnt from what it refuses. */
export interface Dialect {
  /** How the form of an answer is asked for. */
  readonly form: 'json_schema' | 'json_object' | 'text';
  /** Whether a stream tells at its end what it cost. */
  readonly usage: boolean;
  /** What the longest answer is called. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Whether the most likely words can be asked for. */
  readonly temperature: boolean;
}

export const RICHEST_DIALECT: Dialect = {
  form: 'json_schema',
  usage: true,
  limit: 'max_tokens',
  temperature: true,
};

const NEXT_FORM = { json_schema: 'json_object', json_object: 'text', text: undefined } as const;

/** What of a dialect to give up when a refusal names it. */
const NAMED: readonly (readonly [RegExp, (dialect: Dialect) => Dialect | undefined])[] = [
  [
    /stream_options|include_usage/iu,
    (dialect) => (dialect.usage ? { ...dialect, usage: false } : undefined),
  ],
  [
    /max_tokens|max_completion_tokens/iu,
    (dialect) =>
      dialect.limit === 'max_tokens' ? { ...dialect, limit: 'max_completion_tokens' } : undefined,
  ],
  [
    /temperature/iu,
    (dialect) => (dialect.temperature ? { ...dialect, temperature: false } : undefined),
  ],
  [
    /response_?format|json_?schema|json_?object|structured|guided|schema/iu,
    (dialect) => {
      const form = NEXT_FORM[dialect.form];
      return form && { ...dialect, form };
    },
  ],
];

/** Refusals that may be about a part of the request. */
const MAY_BE_DIALECT: ReadonlySet<number> = new Set([400, 404, 415, 422, 501]);

/**
 * The dialect to try after a refusal; undefined where it is about something else. One that names nothing may
 * mean anything, so all that can be left out is.
 * @param words of the refusal
 */
export function plainer(dialect: Dialect, status: number, words: string): Dialect | undefined {
  if (!MAY_BE_DIALECT.has(status)) return undefined;
  for (const [names, giveUp] of NAMED) {
    const next = names.test(words) ? giveUp(dialect) : undefined;
    if (next) return next;
  }
  const isPlainest = dialect.form === 'text' && !dialect.usage && !dialect.temperature;
  if (status === 404 || isPlainest) return undefined;
  return { ...dialect, form: 'text', usage: false, temperature: false };
}
