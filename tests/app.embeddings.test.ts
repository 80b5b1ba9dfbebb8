import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp, ingest } from '../src/app.ts';
import { type Config, loadConfig } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { type FakeOpenAi, startFakeOpenAi } from './fakes/openai/fake-openai.ts';
import type { Fault } from './fakes/openai/faults.ts';

const KEY = 'sk-must-never-be-seen';
const QUESTION = '淄川区2025年常住人口城镇化率的目标是多少？';
const LEXICAL_ONLY = '这次只按词语查找，没有用上向量检索';

const root = mkdtempSync(join(tmpdir(), 'youju-embeddings-'));
let fake: FakeOpenAi;
let config: Config;
let logged = '';

beforeAll(async () => {
  fake = await startFakeOpenAi({ apiKey: KEY, dimensions: 128 });
  config = loadConfig({
    YOUJU_INDEX_DIR: join(root, 'index'),
    YOUJU_STATE_DIR: join(root, 'state'),
    YOUJU_EMBEDDING_MODEL: fake.embeddingModel,
    OPENAI_BASE_URL: fake.baseUrl,
    OPENAI_API_KEY: KEY,
  });
});
beforeEach(() => {
  fake.fault = null;
});
afterAll(async () => {
  await fake.close();
  rmSync(root, { recursive: true });
});

async function withApp<Result>(work: (app: App) => Promise<Result>): Promise<Result> {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const app = await createApp(config, createLogger('trace', sink));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

describe('Youju with passages embedded by a model', () => {
  test('is ingested once, and tells what that cost', async () => {
    const estimates: object[] = [];
    const first = await ingest(config, { onEstimate: (estimate) => estimates.push(estimate) });
    expect(first.embedded).toBeGreaterThan(900);
    expect(first.tokens).toBeGreaterThan(100_000);
    expect(estimates).toEqual([
      { model: 'fake-embedding', passages: first.embedded, tokens: expect.any(Number) },
    ]);
    expect(await ingest(config)).toMatchObject({ changed: false, tokens: 0 });
  });

  test('answers, and embeds each question', async () => {
    fake.seen.length = 0;
    const answer = await withApp((app) => app.ask(QUESTION));
    expect(answer.answer).toContain('75%');
    expect(answer.notes.join()).not.toContain(LEXICAL_ONLY);
    expect(fake.seen.length).toBeGreaterThan(0);
    for (const { path } of fake.seen) expect(path).toBe('/v1/embeddings');
  });

  test('shows how the endpoint is', async () => {
    await withApp(async (app) => {
      expect(app.health()).toEqual({
        generation: app.generation(),
        endpoint: null,
        embeddings: {
          model: 'fake-embedding',
          circuit: 'closed',
          retryInSeconds: 0,
          failure: null,
        },
      });
      fake.fault = { kind: 'status', status: 401 };
      for (let question = 0; question < 5; question += 1) await app.ask(QUESTION);
      expect(app.health().embeddings).toMatchObject({ circuit: 'open', failure: 'unauthorised' });
      fake.seen.length = 0;
      await app.ask(QUESTION);
      expect(fake.seen).toEqual([]);
    });
  });

  test.each<Fault>([
    { kind: 'status', status: 401 },
    { kind: 'status', status: 429, retryAfter: '60' },
    { kind: 'status', status: 529 },
    { kind: 'stall' },
    { kind: 'break-off' },
    { kind: 'html' },
    { kind: 'wrong-shape' },
    { kind: 'bad-utf8' },
    { kind: 'never-finish' },
  ])(
    'answers from words alone, and says so, while its endpoint fails: $kind $status',
    async (fault) => {
      fake.fault = fault;
      const answer = await withApp((app) => app.ask(QUESTION));
      expect(answer.answer).toContain('75%');
      expect(answer.notes.filter((note) => note.startsWith(LEXICAL_ONLY))).toHaveLength(1);
      expect(JSON.stringify(answer)).not.toContain(KEY);
    },
  );

  test('answers from words alone where the vectors have come to be of another kind', async () => {
    fake.dimensions = 64;
    const { notes } = await withApp((app) => app.ask(QUESTION));
    expect(notes.join()).toContain('npm run ingest -- --force');
    fake.dimensions = 128;
  });

  test('stops at once where the person does', async () => {
    fake.fault = { kind: 'stall' };
    await withApp(async (app) => {
      const stop = new AbortController();
      const asking = app.ask(QUESTION, { signal: stop.signal });
      setTimeout(() => stop.abort(new Error('stopped by the person')), 50);
      await expect(asking).rejects.toThrow('stopped by the person');
      expect(app.health().embeddings?.circuit).toBe('closed');
    });
  });

  test('is not opened by another model', async () => {
    const other = { ...config, openai: { ...config.openai, embeddingModel: 'another' } };
    await expect(createApp(other)).rejects.toMatchObject({ code: 'INDEX_STALE' });
  });

  test('never logs a key', () => {
    expect(logged).toContain('answered');
    expect(logged).not.toContain(KEY);
  });
});
