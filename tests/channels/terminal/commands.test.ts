import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderFindings } from '../../../src/channels/terminal/doctor-command.ts';
import { run } from '../../../src/channels/terminal/run.ts';
import type { Core } from '../../../src/channels/terminal/terminal.ts';
import { YoujuError } from '../../../src/errors.ts';
import { createFakeTerminal, INGESTED } from './fake-terminal.ts';

const COMMANDS = [
  'ask',
  'outline',
  'ingest',
  'read',
  'add',
  'diff',
  'remove',
  'serve',
  'eval',
  'forget',
  'doctor',
];

test.each(COMMANDS)('%s --help explains it in Chinese with an example', async (command) => {
  const terminal = createFakeTerminal({
    core: {
      createApp: async () => {
        throw new Error('help opens nothing');
      },
    },
  });
  expect(await run([command, '--help'], terminal)).toBe(0);
  expect(terminal.stdout.text).toMatch(/^用法： youju /u);
  expect(terminal.stdout.text).toContain(`例：\n  youju ${command}`);
  expect(terminal.stdout.text).not.toMatch(/Usage|Options|display help/u);
});

test('--help lists every command', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['--help'], terminal)).toBe(0);
  for (const command of COMMANDS) expect(terminal.stdout.text).toContain(`\n  ${command} `);
});

test('--version says which', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['--version'], terminal)).toBe(0);
  expect(terminal.stdout.text).toMatch(/^\d+\.\d+\.\d+\n$/u);
});

test.each([
  [['aks', '问题'], '没有命令 aks。是不是 ask？'],
  [['ask'], '缺少参数'],
  [['ask', '--jsno', '问题'], '没有选项 --jsno'],
  [['ask', '--document'], '--document'],
  [['ask', '--jsonl', '问题'], '标准输入'],
  [['ask', '--conversation', '会前'], '缺少参数'],
  [['ask', '--conversation'], '--conversation'],
  [['ask', '--clear'], '用 --conversation 写明'],
  [['ask', '--clear', '--conversation', '会前', '问题'], '不提问题'],
  [['ask', '--clear', '--conversation', '会前', '--jsonl'], '不提问题'],
  [['outline', 'a', 'b'], '参数太多'],
  [['eval'], '缺少参数'],
  [['forget'], '缺少选项 --user'],
])('wrong usage %j ends with status 2 and a Chinese line', async (args, said) => {
  const terminal = createFakeTerminal();
  expect(await run(args, terminal)).toBe(2);
  expect(terminal.stdout.text).toBe('');
  expect(terminal.stderr.text).toContain(said);
  expect(terminal.stderr.text).toMatch(/^用法不对：.*[^\n]\n$/u);
  expect(terminal.stderr.text).not.toMatch(/error:|unknown|missing/u);
});

test('no command at all shows the help, with status 2', async () => {
  const terminal = createFakeTerminal();
  expect(await run([], terminal)).toBe(2);
  expect(terminal.stderr.text).toContain('命令：');
  expect(terminal.stderr.text).toContain('没有写命令');
});

test('ingest tells what the index holds', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['ingest'], terminal)).toBe(0);
  expect(terminal.stdout.text).toContain('5 份文件、2000 个段落');
});

test('ingest names what it could not read, and fails for it only where asked to be strict', async () => {
  const summary = {
    ...INGESTED,
    refused: [
      { file: '旧.pdf', code: 'FILE_SCANNED', message: '文件 旧.pdf 是扫描件。', keptAs: '旧' },
    ],
    warnings: { '报告.docx': ['2 张图片没有读。'] },
  };
  const core = { ingest: async () => summary };
  const lenient = createFakeTerminal({ core });
  expect(await run(['ingest'], lenient)).toBe(0);
  expect(lenient.stderr.text).toBe(
    '有 1 个文件没有读：\n✗ FILE_SCANNED  文件 旧.pdf 是扫描件。原来读到的内容仍可查阅（旧）。\n注意 报告.docx：2 张图片没有读。\n',
  );
  expect(await run(['ingest', '--strict'], createFakeTerminal({ core }))).toBe(1);
  expect(await run(['ingest', '--strict'], createFakeTerminal())).toBe(0);
});

test('ingest says when nothing changed', async () => {
  const summary = { ...INGESTED, changed: false, embedded: 0 };
  const terminal = createFakeTerminal({ core: { ingest: async () => summary } });
  expect(await run(['ingest'], terminal)).toBe(0);
  expect(terminal.stdout.text).toContain('没有变化');
});

test.each([
  [{}, '设置 YOUJU_EMBEDDING_PRICE 可同时估算费用'],
  [{ YOUJU_EMBEDDING_PRICE: '0.5' }, '费用约 0.12（每百万个令牌 0.5）'],
])('ingest says beforehand what a model will be asked for, with %j', async (env, cost) => {
  const terminal = createFakeTerminal({
    env,
    core: {
      ingest: async (_config, options) => {
        options?.onEstimate?.({ model: 'bge-m3', passages: 1_103, tokens: 240_000 });
        return { ...INGESTED, tokens: 251_234 };
      },
    },
  });
  expect(await run(['ingest'], terminal)).toBe(0);
  expect(terminal.stderr.text).toBe(
    `1,103 个段落要请 bge-m3 计算向量，约 240,000 个令牌，${cost}。中断也不会重复计算。\n`,
  );
  expect(terminal.stdout.text).toContain('新算向量 2000 个（251,234 个令牌）');
});

test('a stale index is not mended by itself where a model would have to be paid', async () => {
  const terminal = createFakeTerminal({
    env: { YOUJU_EMBEDDING_MODEL: 'bge-m3', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' },
    core: {
      createApp: async () => {
        throw new YoujuError('INDEX_STALE', '索引旧了，请运行 npm run ingest 更新索引。');
      },
      ingest: async () => {
        throw new Error('nobody may pay');
      },
    },
  });
  expect(await run(['ask', '城镇化率'], terminal)).toBe(1);
  expect(terminal.stderr.text).toBe('出错：索引旧了，请运行 npm run ingest 更新索引。\n');
});

test('Ctrl-C gives up an ingestion with status 130', async () => {
  const terminal = createFakeTerminal({
    core: {
      ingest: (_config, options) =>
        new Promise((_resolve, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
          setImmediate(() => terminal.signals.emit('SIGINT'));
        }),
    },
  });
  expect(await run(['ingest'], terminal)).toBe(130);
  expect(terminal.stderr.text).toContain('已中断');
  expect(terminal.signals.listenerCount('SIGINT')).toBe(0);
});

test('a foreseen failure is one line with status 1', async () => {
  const terminal = createFakeTerminal({
    core: {
      ingest: async () => {
        throw new YoujuError('SEEDS_MISSING', 'seeds/ 里没有文件：请放入规划文本。');
      },
    },
  });
  expect(await run(['ingest'], terminal)).toBe(1);
  expect(terminal.stderr.text).toBe('出错：seeds/ 里没有文件：请放入规划文本。\n');
});

test('an unforeseen failure shows its stack only when debugging', async () => {
  const core = {
    ingest: async () => {
      throw new Error('boom\nsecond line');
    },
  };
  const plain = createFakeTerminal({ core });
  expect(await run(['ingest'], plain)).toBe(1);
  expect(plain.stderr.text).toMatch(/^意外出错：boom second line。.*\n$/u);

  const debugging = createFakeTerminal({ core, env: { YOUJU_LOG_LEVEL: 'debug' } });
  expect(await run(['ingest'], debugging)).toBe(1);
  expect(debugging.stderr.text).toContain('    at ');
});

test('.env in the working folder counts, the environment wins', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'youju-env-'));
  await writeFile(path.join(folder, '.env'), 'YOUJU_HOST=0.0.0.0\nYOUJU_PORT=4001\n');
  const seen: unknown[] = [];
  const terminal = createFakeTerminal({
    folder,
    env: { YOUJU_PORT: '4002' },
    core: {
      ingest: async ({ host, port }) => {
        seen.push(host, port);
        return INGESTED;
      },
    },
  });
  expect(await run(['ingest'], terminal)).toBe(0);
  expect(seen).toEqual(['0.0.0.0', 4002]);
});

test('doctor lays out what is missing and how to mend it', () => {
  const findings = [
    { name: '计划文件', ok: true, value: '5 份' },
    { name: '索引', ok: false, value: '没有', advice: '运行 youju ingest' },
  ];
  expect(renderFindings(findings, false)).toBe(
    '✓ 计划文件  5 份\n✗ 索引      没有\n  → 运行 youju ingest',
  );
});

test('outline shows the heading tree, or JSON', async () => {
  const leaf = { lines: [2, 3], children: [] } as const;
  const outlines: Awaited<ReturnType<Core['outline']>> = [
    {
      documentId: 'sample-14fyp',
      file: 'sample-14fyp.txt',
      title: '样例规划',
      shortTitle: '样例规划',
      region: '样例区',
      issuer: null,
      documentNumber: null,
      issuedOn: null,
      period: [2021, 2025],
      kind: 'five-year-plan',
      pages: 4,
      sections: [
        {
          kind: 'chapter',
          number: '第一章',
          title: '发展基础',
          lines: [1, 3],
          page: 1,
          children: [{ ...leaf, kind: 'item', number: '一、', title: '成就', page: null }],
        },
      ],
      indicators: [],
      responsibilities: [],
    },
  ];
  const core = { outline: () => outlines };
  const tree = createFakeTerminal({ core });
  expect(await run(['outline', 'sample-14fyp'], tree)).toBe(0);
  expect(tree.stdout.text).toBe(
    '样例规划\nsample-14fyp  4 页，0 项指标，0 项任务分工\n  第一章 发展基础  第1页\n    一、成就\n',
  );
  const json = createFakeTerminal({ core });
  expect(await run(['outline', '--json'], json)).toBe(0);
  expect(JSON.parse(json.stdout.text)).toEqual(outlines);
});

test('eval prints the figures', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['eval', 'questions.jsonl', '--misses'], terminal)).toBe(0);
  expect(terminal.stdout.text).toContain('1.000');
});

test('forget says how much of a person was deleted', async () => {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'youju-forget-'));
  const terminal = createFakeTerminal({ env: { YOUJU_STATE_DIR: stateDir } });
  expect(await run(['forget', '--user', 'U1'], terminal)).toBe(0);
  expect(terminal.stdout.text).toBe('已删除：0 段对话、0 条反馈。\n');
  expect(await run(['forget', '--user', '不是编号'], createFakeTerminal())).toBe(2);
});
