import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { type Environment, loadConfig } from '../src/config.ts';
import { TokenBudget } from '../src/endpoint/token-budget.ts';
import { createLogger } from '../src/log.ts';
import type { Answer } from '../src/model.ts';
import { KeptTokenLedger } from '../src/state/token-ledger.ts';
import { type FakeOpenAi, startFakeOpenAi } from './fakes/openai/fake-openai.ts';
import type { Fault } from './fakes/openai/faults.ts';
import { buildRealIndex } from './real-index.ts';

const KEY = 'sk-must-never-be-seen';
const QUESTIONS = ['淄川区2025年常住人口城镇化率的目标是多少？', '周村2035年人口有多少？'] as const;

const FAULTS: readonly Fault[] = [
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 429, retryAfter: '120' },
  { kind: 'status', status: 500, isHtml: true },
  { kind: 'status', status: 529 },
  { kind: 'stall' },
  { kind: 'stall-midway' },
  { kind: 'break-off' },
  { kind: 'end-early' },
  { kind: 'bad-utf8' },
  { kind: 'bad-json' },
  { kind: 'wrong-shape' },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'error-midway' },
  { kind: 'never-finish' },
  { kind: 'million-tokens' },
  { kind: 'flood' },
];

const stateDir = mkdtempSync(join(tmpdir(), 'youju-model-'));
let fake: FakeOpenAi;
let indexDir: string;
let offline: readonly Answer[];
let logged = '';

const sink = new Writable({
  write(chunk, _encoding, done) {
    logged += String(chunk);
    done();
  },
});

async function withApp<Result>(
  env: Environment,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig({ YOUJU_INDEX_DIR: indexDir, YOUJU_STATE_DIR: stateDir, ...env });
  const app = await createApp(config, createLogger('trace', sink));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

const withModel = <Result>(work: (app: App) => Promise<Result>, env: Environment = {}) =>
  withApp(
    {
      YOUJU_CHAT_MODEL: fake.chatModel,
      OPENAI_BASE_URL: fake.baseUrl,
      OPENAI_API_KEY: KEY,
      YOUJU_MODEL_SECONDS: '1',
      ...env,
    },
    work,
  );

const askAll = (app: App): Promise<Answer[]> =>
  Promise.all(QUESTIONS.map((question) => app.ask(question)));

/** What a person reads and can check. */
const said = ({ outcome, answer, citations }: Answer): object => ({ outcome, answer, citations });

beforeAll(async () => {
  indexDir = await buildRealIndex();
  fake = await startFakeOpenAi({ apiKey: KEY, reply: () => '{"searches":[]}' });
  offline = await withApp({}, askAll);
});
beforeEach(() => {
  fake.fault = null;
  fake.seen.length = 0;
});
afterAll(async () => {
  await fake.close();
  rmSync(stateDir, { recursive: true, force: true });
});

describe('Youju with a model that fails', () => {
  test.each(FAULTS)('answers in the documents’ own words: $kind $status', async (fault) => {
    fake.fault = fault;
    const answers = await withModel(askAll);
    expect(answers.map(said)).toEqual(offline.map(said));
    expect(answers.map(({ model }) => model)).toEqual([undefined, undefined]);
    for (const { notes } of answers)
      expect(notes.some((note) => note.startsWith('本次没有用模型措辞'))).toBe(true);
    expect(JSON.stringify(answers)).not.toContain(KEY);
  });

  test('leaves a sick endpoint alone after a few failures, and tells of it', async () => {
    await withModel(async (app) => {
      expect(app.health().endpoint).toMatchObject({ model: 'fake-chat', circuit: 'closed' });
      fake.fault = { kind: 'stall' };
      for (let question = 0; question < 4; question += 1) await app.ask(QUESTIONS[0]);
      expect(app.health().endpoint).toMatchObject({ circuit: 'open', failure: 'timed-out' });
      fake.seen.length = 0;
      const { notes } = await app.ask(QUESTIONS[0]);
      expect(notes.join()).toContain('暂停使用');
      expect(fake.seen).toEqual([]);
    });
  });

  test('ends at once where the person stops', async () => {
    fake.fault = { kind: 'stall' };
    await withModel(
      async (app) => {
        const stop = new AbortController();
        const asking = app.ask(QUESTIONS[0], { signal: stop.signal });
        setTimeout(() => stop.abort(new Error('stopped by the person')), 100);
        await expect(asking).rejects.toThrow('stopped by the person');
        expect(app.health().endpoint).toMatchObject({ circuit: 'closed', failure: null });
      },
      { YOUJU_MODEL_SECONDS: '600' },
    );
  });

  test('counts what was used in the state folder', async () => {
    const used = (): number => {
      const ledger = new KeptTokenLedger(stateDir);
      try {
        return new TokenBudget(1, ledger, () => new Date()).usedToday();
      } finally {
        ledger.close();
      }
    };
    const before = used();
    await withModel(askAll);
    const asked = fake.seen.length;
    expect(asked).toBeGreaterThan(0);
    expect(used()).toBeGreaterThan(before + 500);
    const env = { YOUJU_MODEL_TOKENS_PER_DAY: String(used() + 500) };
    const [answer] = await withModel(askAll, env);
    expect(answer?.notes.join()).toContain('YOUJU_MODEL_TOKENS_PER_DAY');
    expect(fake.seen).toHaveLength(asked);
  });

  test('answers where nobody is there', async () => {
    const answers = await withModel(askAll, { OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' });
    expect(answers.map(said)).toEqual(offline.map(said));
  });

  test('answers where the tokens of the day are used up', async () => {
    const answers = await withModel(askAll, { YOUJU_MODEL_TOKENS_PER_DAY: '1' });
    expect(answers.map(said)).toEqual(offline.map(said));
    expect(fake.seen).toEqual([]);
  });

  test('never logs a key', () => {
    expect(logged).toContain('answered');
    expect(logged).not.toContain(KEY);
  });
});
