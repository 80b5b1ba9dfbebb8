import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadConfig, readEnvFile } from '../src/config.ts';

const ROOT = resolve(import.meta.dirname, '..');

const messageOf = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
    return error instanceof Error ? error.message : '';
  }
  return '';
};

describe('loadConfig', () => {
  test('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      web: {
        authHeader: null,
        trustedProxies: ['loopback'],
        password: null,
        requestsPerMinute: 600,
        editors: [],
        groupsHeader: null,
        editorPassword: null,
      },
      seedsDir: join(ROOT, 'seeds'),
      indexDir: join(ROOT, 'index'),
      mcp: { isServed: false, token: null },
      stateDir: join(ROOT, '.youju'),
      accessFile: null,
      conversationDays: 30,
      feedbackDays: 365,
      keepsQuestions: false,
      logLevel: 'info',
      caution: null,
      openai: {
        apiKey: null,
        baseUrl: null,
        chatModel: null,
        embeddingModel: null,
        answerSeconds: 45,
        tokensPerAnswer: 4_000,
        evidenceChars: 8_000,
        tokensPerDay: 2_000_000,
        concurrency: 8,
        chatPrice: null,
        embeddingPrice: null,
        rerank: false,
      },
      hasPublicUrl: false,
      eventDays: 30,
      slack: {
        botToken: null,
        appToken: null,
        signingSecret: null,
        apiUrl: null,
        transport: null,
        teams: [],
        channels: [],
        users: [],
        admins: [],
        guestsMayAsk: true,
        hasDirectMessages: true,
      },
    });
  });

  test('takes what is set, trimmed, and an empty variable as unset', () => {
    const config = loadConfig({
      YOUJU_HOST: ' 0.0.0.0 ',
      YOUJU_PORT: '8080',
      YOUJU_SEEDS_DIR: './plans',
      YOUJU_CONVERSATION_DAYS: '7',
      YOUJU_LOG_LEVEL: '',
      YOUJU_CHAT_MODEL: 'qwen3',
      OPENAI_BASE_URL: 'http://localhost:11434/v1/',
    });
    expect(config).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      conversationDays: 7,
      feedbackDays: 365,
      logLevel: 'info',
      openai: { baseUrl: 'http://localhost:11434/v1', chatModel: 'qwen3', apiKey: null },
    });
    expect(isAbsolute(config.seedsDir)).toBe(true);
  });

  test.each([
    ['http://youju.example.cn/', 'http://youju.example.cn'],
    ['https://gov.cn/youju', 'https://gov.cn/youju'],
  ])('takes %s as the address links start with', (url, expected) => {
    expect(loadConfig({ YOUJU_PUBLIC_URL: url }).publicUrl).toBe(expected);
  });

  test('puts an IPv6 host into brackets', () => {
    expect(loadConfig({ YOUJU_HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  test('takes one way to sign in, and whom to believe', () => {
    const { web } = loadConfig({
      YOUJU_AUTH_HEADER: 'X-Forwarded-User',
      YOUJU_TRUSTED_PROXY: '10.0.0.2, 10.1.0.0/16,fd00::1,uniquelocal',
      YOUJU_REQUESTS_PER_MINUTE: '0',
    });
    expect(web).toMatchObject({
      authHeader: 'x-forwarded-user',
      trustedProxies: ['10.0.0.2', '10.1.0.0/16', 'fd00::1', 'uniquelocal'],
      password: null,
      requestsPerMinute: 0,
    });
    expect(loadConfig({ YOUJU_PASSWORD: '有据可查的好密码' }).web.password?.reveal()).toBe(
      '有据可查的好密码',
    );
  });

  test.each([
    [{ YOUJU_AUTH_HEADER: 'X User' }, 'YOUJU_AUTH_HEADER'],
    [{ YOUJU_AUTH_HEADER: 'X-User', YOUJU_PASSWORD: 'long enough' }, 'YOUJU_PASSWORD'],
    [{ YOUJU_PASSWORD: 'short' }, 'YOUJU_PASSWORD'],
    [{ YOUJU_EDITOR_PASSWORD: 'short' }, 'YOUJU_EDITOR_PASSWORD'],
    [{ YOUJU_AUTH_HEADER: 'X-User', YOUJU_EDITOR_PASSWORD: 'long enough' }, 'YOUJU_EDITORS'],
    [{ YOUJU_GROUPS_HEADER: 'X-Groups' }, 'YOUJU_AUTH_HEADER'],
    [{ YOUJU_TRUSTED_PROXY: 'proxy.example.cn' }, 'YOUJU_TRUSTED_PROXY'],
    [{ YOUJU_TRUSTED_PROXY: '10.0.0' }, 'YOUJU_TRUSTED_PROXY'],
    [{ YOUJU_TRUSTED_PROXY: 'everyone' }, 'YOUJU_TRUSTED_PROXY'],
    [{ YOUJU_REQUESTS_PER_MINUTE: '-1' }, 'YOUJU_REQUESTS_PER_MINUTE'],
    [{ YOUJU_PORT: '65536' }, 'YOUJU_PORT'],
    [{ YOUJU_PORT: '3000a' }, 'YOUJU_PORT'],
    [{ YOUJU_PORT: '-1' }, 'YOUJU_PORT'],
    [{ YOUJU_PUBLIC_URL: 'youju.example.cn' }, 'YOUJU_PUBLIC_URL'],
    [{ YOUJU_PUBLIC_URL: 'ftp://youju.example.cn' }, 'YOUJU_PUBLIC_URL'],
    [{ YOUJU_CONVERSATION_DAYS: '0' }, 'YOUJU_CONVERSATION_DAYS'],
    [{ YOUJU_CONVERSATION_DAYS: '1.5' }, 'YOUJU_CONVERSATION_DAYS'],
    [{ YOUJU_CONVERSATION_DAYS: '30天' }, 'YOUJU_CONVERSATION_DAYS'],
    [{ YOUJU_LOG_LEVEL: 'loud' }, 'YOUJU_LOG_LEVEL'],
    [{ OPENAI_BASE_URL: 'localhost' }, 'OPENAI_BASE_URL'],
    [{ YOUJU_ALLOW_TRACING: 'yes' }, 'YOUJU_ALLOW_TRACING'],
    [{ YOUJU_MODEL_SECONDS: '0' }, 'YOUJU_MODEL_SECONDS'],
    [{ YOUJU_MODEL_TOKENS_PER_DAY: '1e6' }, 'YOUJU_MODEL_TOKENS_PER_DAY'],
    [{ YOUJU_EMBEDDING_PRICE: '0.5元' }, 'YOUJU_EMBEDDING_PRICE'],
    [{ YOUJU_CHAT_PRICE: '0.5' }, 'YOUJU_CHAT_PRICE'],
    [{ YOUJU_RERANK: 'on' }, 'YOUJU_RERANK'],
    [{ OPENAI_API_KEY: 'sk-密钥' }, 'OPENAI_API_KEY'],
    [{ OPENAI_BASE_URL: 'https://me:secret@api.example.com/v1' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_BASE_URL: 'https://api.example.com/v1?key=1' }, 'OPENAI_BASE_URL'],
    [{ YOUJU_CHAT_MODEL: 'qwen3' }, 'OPENAI_API_KEY'],
    [{ YOUJU_EMBEDDING_MODEL: 'bge-m3' }, 'OPENAI_BASE_URL'],
  ])('refuses %j and says which', (env, name) => {
    expect(messageOf(env)).toContain(name);
  });

  test('names every variable at fault at once', () => {
    const message = messageOf({ YOUJU_PORT: 'x', YOUJU_LOG_LEVEL: 'y', YOUJU_HOTS: 'z' });
    expect(message).toContain('YOUJU_PORT');
    expect(message).toContain('YOUJU_LOG_LEVEL');
    expect(message).toContain('YOUJU_HOTS');
  });

  test.each([
    ['YOUJU_HOTS', 'YOUJU_HOST'],
    ['YOUJU_SEED_DIR', 'YOUJU_SEEDS_DIR'],
    ['YOUJU_CHATMODEL', 'YOUJU_CHAT_MODEL'],
    ['YOUJU_host', 'YOUJU_HOST'],
  ])('names the nearest right one for %s', (wrong, right) => {
    expect(messageOf({ [wrong]: 'x' })).toContain(right);
  });

  describe('of Slack', () => {
    const BOT = 'xoxb-1';
    const APP = 'xapp-1';

    test('chooses sockets with an app token, signed requests with a signing secret', () => {
      const transportOf = (env: Record<string, string>) => loadConfig(env).slack.transport;
      expect(transportOf({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP })).toBe('socket');
      expect(transportOf({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 's' })).toBe('http');
      const both = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: 's' };
      expect(transportOf(both)).toBe('socket');
      expect(transportOf({ ...both, YOUJU_SLACK_TRANSPORT: 'http' })).toBe('http');
    });

    test.each([
      [{ SLACK_BOT_TOKEN: BOT }, '缺少 SLACK_APP_TOKEN'],
      [{ SLACK_APP_TOKEN: APP }, '缺少 SLACK_BOT_TOKEN'],
      [{ SLACK_SIGNING_SECRET: 's' }, '缺少 SLACK_BOT_TOKEN'],
      [
        { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, YOUJU_SLACK_TRANSPORT: 'http' },
        '缺少 SLACK_SIGNING_SECRET',
      ],
      [
        { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
        'SLACK_BOT_TOKEN 应以 xoxb- 开头，现在填的是 xapp-',
      ],
      [{ SLACK_BOT_TOKEN: 'hunter2' }, 'SLACK_BOT_TOKEN 应以 xoxb- 开头'],
      [{ YOUJU_SLACK_GUESTS: 'no' }, 'YOUJU_SLACK_GUESTS 应是 true 或 false'],
    ])('says what %j lacks or has wrong, and no token', (env, said) => {
      expect(messageOf(env)).toContain(said);
      expect(messageOf(env)).not.toMatch(/xoxb-1|xapp-1|hunter2/u);
    });

    test('reads lists apart by commas or spaces', () => {
      const { slack } = loadConfig({ YOUJU_SLACK_CHANNELS: ' C1, C2，C3 C4 ' });
      expect(slack.channels).toEqual(['C1', 'C2', 'C3', 'C4']);
    });
  });

  test('leaves the variables of others alone', () => {
    expect(() => loadConfig({ PATH: '/bin', OPENAI_ORG: 'x', SLACK_TEAM: 'y' })).not.toThrow();
  });

  test.each([
    'LANGSMITH_TRACING',
    'LANGSMITH_TRACING_V2',
    'LANGCHAIN_TRACING',
    'LANGCHAIN_TRACING_V2',
  ])('refuses %s unless tracing is allowed', (name) => {
    expect(messageOf({ [name]: 'true' })).toContain(name);
    expect(() => loadConfig({ [name]: 'true', YOUJU_ALLOW_TRACING: 'true' })).not.toThrow();
    expect(() => loadConfig({ [name]: 'false' })).not.toThrow();
  });

  test('never shows a secret unasked', () => {
    const config = loadConfig({
      OPENAI_API_KEY: 'sk-hidden',
      SLACK_BOT_TOKEN: 'xoxb-hidden',
      SLACK_APP_TOKEN: 'xapp-hidden',
      SLACK_SIGNING_SECRET: 'signing-hidden',
      YOUJU_PASSWORD: 'password-hidden',
    });
    const shown = [
      inspect(config, { depth: 9 }),
      JSON.stringify(config),
      `${config.openai.apiKey}`,
    ];
    expect(shown.join()).not.toContain('-hidden');
    expect(config.openai.apiKey?.reveal()).toBe('sk-hidden');
    expect(config.slack.signingSecret?.reveal()).toBe('signing-hidden');
  });

  test('does not repeat a refused value', () => {
    expect(messageOf({ OPENAI_BASE_URL: 'sk-put-here-by-mistake' })).not.toContain('mistake');
    expect(messageOf({ OPENAI_API_KEY: 'sk-two words' })).not.toContain('words');
  });

  test.each([[{ OPENAI_API_KEY: 'sk-1' }], [{ OPENAI_BASE_URL: 'http://localhost:11434/v1' }]])(
    'a model needs a key or an address: %j',
    (env) => {
      expect(() => loadConfig({ ...env, YOUJU_CHAT_MODEL: 'qwen3' })).not.toThrow();
    },
  );

  test('takes the limits of a model', () => {
    const { openai } = loadConfig({
      YOUJU_MODEL_SECONDS: '8',
      YOUJU_MODEL_TOKENS_PER_ANSWER: '600',
      YOUJU_MODEL_TOKENS_PER_DAY: '100000',
      YOUJU_MODEL_CONCURRENCY: '2',
      YOUJU_EMBEDDING_PRICE: '0.5',
      YOUJU_RERANK: 'true',
    });
    expect(openai).toMatchObject({
      answerSeconds: 8,
      tokensPerAnswer: 600,
      tokensPerDay: 100_000,
      concurrency: 2,
      embeddingPrice: 0.5,
      rerank: true,
    });
  });
});

describe('readEnvFile', () => {
  test('reads variables, and nothing where there is no file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'youju-env-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, '.env');
    expect(readEnvFile(file)).toEqual({});
    writeFileSync(file, '# 注\nYOUJU_PORT=3001\nOPENAI_API_KEY="sk-1"\n');
    expect(readEnvFile(file)).toEqual({ YOUJU_PORT: '3001', OPENAI_API_KEY: 'sk-1' });
  });
});
