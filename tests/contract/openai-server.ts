import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

export interface OpenAiServer {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly chatModel: string;
  readonly embeddingModel: string;
  close(): Promise<void>;
}

const SCHEMA = {
  type: 'object',
  properties: { ok: { type: 'boolean' } },
  required: ['ok'],
  additionalProperties: false,
};

const QUESTION = [{ role: 'user' as const, content: '用 JSON 回答 {"ok": true}' }];

const sizeOf = (vector: readonly number[] = []): number => Math.hypot(...vector);

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** What every server must do that speaks OpenAI's language, asked by OpenAI's own client. */
export function describeOpenAiServer(name: string, start: () => Promise<OpenAiServer>): void {
  describe(`${name} as a server of OpenAI's language`, () => {
    let server: OpenAiServer;
    let client: OpenAI;

    beforeAll(async () => {
      server = await start();
      const { baseUrl: baseURL, apiKey } = server;
      client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
    });
    afterAll(() => server.close());

    const ask = { messages: QUESTION, max_tokens: 50 };

    test('answers in one piece, with a reason to stop and what it cost', async () => {
      const answer = await client.chat.completions.create({ model: server.chatModel, ...ask });
      expect(answer.choices[0]?.message.content?.length).toBeGreaterThan(0);
      expect(answer.choices[0]?.finish_reason).toBe('stop');
      expect(answer.usage?.prompt_tokens).toBeGreaterThan(0);
      expect(answer.usage?.completion_tokens).toBeGreaterThan(0);
    });

    test('answers by a schema, delta by delta, and says at the end what it cost', async () => {
      const stream = await client.chat.completions.create({
        model: server.chatModel,
        ...ask,
        stream: true,
        stream_options: { include_usage: true },
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'reply', strict: true, schema: SCHEMA },
        },
      });
      const chunks = await collect(stream);
      const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
      expect(JSON.parse(text)).toEqual({ ok: true });
      expect(chunks.map(({ choices }) => choices[0]?.finish_reason)).toContain('stop');
      expect(chunks.at(-1)?.usage?.completion_tokens).toBeGreaterThan(0);
    });

    test('stops at the longest answer allowed and says so', async () => {
      const answer = await client.chat.completions.create({
        model: server.chatModel,
        ...ask,
        max_tokens: 1,
      });
      expect(answer.choices[0]?.finish_reason).toBe('length');
    });

    test('embeds texts in their order, each as a vector of unit length', async () => {
      const input = ['养老床位', '农村公路', '养老床位'];
      const { data, usage } = await client.embeddings.create({
        model: server.embeddingModel,
        input,
        encoding_format: 'float',
      });
      const vectors = data.map(({ embedding }) => embedding);
      expect(data.map(({ index }) => index)).toEqual([0, 1, 2]);
      expect(vectors[0]).toEqual(vectors[2]);
      expect(vectors[0]).not.toEqual(vectors[1]);
      expect(new Set(vectors.map(({ length }) => length)).size).toBe(1);
      expect(vectors.map(sizeOf).every((size) => Math.abs(size - 1) < 1e-3)).toBe(true);
      expect(usage.prompt_tokens).toBeGreaterThan(0);
    });

    test('gives the same vector packed as in figures', async () => {
      const of = async (encoding_format: 'float' | 'base64') =>
        (
          await client.embeddings.create({
            model: server.embeddingModel,
            input: '养老床位',
            encoding_format,
          })
        ).data[0]?.embedding;
      const packed: unknown = await of('base64');
      const bytes = Uint8Array.from(Buffer.from(String(packed), 'base64'));
      const plain = await of('float');
      const unpacked = [...new Float32Array(bytes.buffer)];
      expect(unpacked).toHaveLength(plain?.length ?? -1);
      expect(unpacked[0]).toBeCloseTo(plain?.[0] ?? Number.NaN, 5);
    });

    test('lists its models', async () => {
      const models = await collect(client.models.list());
      expect(models.map(({ id }) => id)).toContain(server.chatModel);
    });

    test('refuses another key', async () => {
      const stranger = client.withOptions({ apiKey: 'sk-somebody-else' });
      await expect(
        stranger.chat.completions.create({ model: server.chatModel, ...ask }),
      ).rejects.toMatchObject({ status: 401 });
    });

    test('knows no model it was not given', async () => {
      await expect(
        client.chat.completions.create({ model: 'no-such-model', ...ask }),
      ).rejects.toMatchObject({ status: 404 });
    });

    test('refuses a request that is none', async () => {
      await expect(
        client.chat.completions.create({ model: server.chatModel, messages: [] }),
      ).rejects.toMatchObject({ status: 400 });
    });
  });
}
