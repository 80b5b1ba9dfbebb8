import { expect, test } from 'vitest';
import { run } from '../../../src/channels/terminal/run.ts';
import { YoujuError } from '../../../src/errors.ts';
import { createFakeApp, sampleAnswer } from '../fake-app.ts';
import { createFakeTerminal, type FakeTerminal, INGESTED } from './fake-terminal.ts';

function answersOf({ stdout }: FakeTerminal) {
  return stdout.text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

test('ask prints the answer and its sources', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['ask', '城镇化率', '目标'], terminal)).toBe(0);
  expect(terminal.stdout.text).toContain('2025年目标75%');
  expect(terminal.stdout.text).toContain('依据');
});

test('ask --json writes one JSON answer without an id', async () => {
  const app = createFakeApp();
  const terminal = createFakeTerminal({ app });
  const args = ['ask', '--json', '--document', 'sample-14fyp', '城镇化率'];
  expect(await run(args, terminal)).toBe(0);
  expect(answersOf(terminal)).toMatchObject([{ question: '城镇化率', outcome: 'answered' }]);
  expect(app.asked).toEqual([{ question: '城镇化率', options: { documentIds: ['sample-14fyp'] } }]);
  expect(app.isClosed()).toBe(true);
});

test('ask --no-model wants the documents’ own words', async () => {
  const app = createFakeApp();
  expect(await run(['ask', '--no-model', '城镇化率'], createFakeTerminal({ app }))).toBe(0);
  expect(app.asked).toEqual([{ question: '城镇化率', options: { inOwnWords: true } }]);
});

test('a rejected question ends with status 2 and its reason on standard error', async () => {
  const app = createFakeApp(() =>
    sampleAnswer({ outcome: 'rejected', answer: '问题是空的。', citations: [], notes: [] }),
  );
  const terminal = createFakeTerminal({ app });
  expect(await run(['ask', ''], terminal)).toBe(2);
  expect(terminal.stdout.text).toBe('');
  expect(terminal.stderr.text).toBe('问题是空的。\n');
});

test('a document that is not there ends with status 2 and names those that are', async () => {
  const terminal = createFakeTerminal();
  expect(await run(['ask', '--document', 'nowhere', '城镇化率'], terminal)).toBe(2);
  expect(terminal.stderr.text).toBe('出错：没有编号为 nowhere 的文件。现有：sample-14fyp。\n');
});

test('a missing or stale index is built first, a damaged one is reported', async () => {
  for (const [code, status] of [
    ['INDEX_MISSING', 0],
    ['INDEX_STALE', 0],
    ['INDEX_DAMAGED', 1],
  ] as const) {
    let isBuilt = false;
    const terminal = createFakeTerminal({
      core: {
        createApp: async () => {
          if (!isBuilt) throw new YoujuError(code, '索引坏了，请运行 youju ingest --force。');
          return createFakeApp();
        },
        ingest: async () => {
          isBuilt = true;
          return INGESTED;
        },
      },
    });
    expect(await run(['ask', '城镇化率'], terminal)).toBe(status);
    if (status === 1) {
      expect(terminal.stderr.text).toBe('出错：索引坏了，请运行 youju ingest --force。\n');
    }
  }
});

test('ask --jsonl answers each line in order with its id', async () => {
  const app = createFakeApp();
  const stdin = [
    '{"id":"a","question":"城镇化率"}\n{"id":7,"question":"森',
    '林覆盖率","type":"x"}',
  ];
  const terminal = createFakeTerminal({ app, stdin });
  expect(await run(['ask', '--jsonl'], terminal)).toBe(0);
  expect(answersOf(terminal)).toMatchObject([
    { id: 'a', question: '城镇化率', outcome: 'answered' },
    { id: 7, question: '森林覆盖率', outcome: 'answered' },
  ]);
  expect(terminal.stderr.text).toBe('');
});

test('a conversation is answered at its last turn', async () => {
  const app = createFakeApp();
  const stdin = ['{"id":1,"turns":["淄川区城镇化率目标多少？","那周村呢？"]}\n'];
  const terminal = createFakeTerminal({ app, stdin });
  await run(['ask', '--jsonl'], terminal);
  expect(app.asked).toEqual([
    { question: '那周村呢？', options: { turns: ['淄川区城镇化率目标多少？'] } },
  ]);
});

test('ask --conversation goes on with a conversation', async () => {
  const app = createFakeApp();
  const terminal = createFakeTerminal({ app });
  expect(await run(['ask', '--conversation', '会前', '那周村呢？'], terminal)).toBe(0);
  expect(app.asked).toEqual([{ question: '那周村呢？', options: { conversation: '会前' } }]);
});

test.each([
  ['会前', '对话 会前 已清除。\n'],
  ['unknown', '没有对话 unknown 的记录。\n'],
])('ask --conversation %s --clear forgets it and asks nothing', async (conversation, said) => {
  const app = createFakeApp();
  const terminal = createFakeTerminal({ app });
  expect(await run(['ask', '--conversation', conversation, '--clear'], terminal)).toBe(0);
  expect(app.forgotten).toEqual([conversation]);
  expect(app.asked).toEqual([]);
  expect(terminal.stdout.text).toBe(said);
});

test('a line of ask --jsonl may name its conversation; else the one of the command line counts', async () => {
  const app = createFakeApp();
  const stdin = [
    '{"id":1,"question":"城镇化率","conversation":"甲"}\n',
    '{"id":2,"turns":["城镇化率","那周村呢？"]}\n',
    '{"id":3,"question":"城镇化率","conversation":7}\n',
  ];
  const terminal = createFakeTerminal({ app, stdin });
  expect(await run(['ask', '--jsonl', '--conversation', '乙'], terminal)).toBe(0);
  expect(app.asked.map(({ options }) => options)).toEqual([
    { turns: [], conversation: '甲' },
    { turns: ['城镇化率'], conversation: '乙' },
  ]);
  expect(answersOf(terminal).map(({ id, outcome }) => [id, outcome])).toEqual([
    [1, 'answered'],
    [2, 'answered'],
    [3, 'rejected'],
  ]);
});

test('a line with input at fault is rejected, which is no failure of ours', async () => {
  const app = createFakeApp(() => {
    throw new YoujuError('INPUT_INVALID', '对话名称太长。');
  });
  const stdin = ['{"id":1,"question":"城镇化率","conversation":"x"}\n'];
  const terminal = createFakeTerminal({ app, stdin });
  expect(await run(['ask', '--jsonl'], terminal)).toBe(0);
  expect(answersOf(terminal)).toMatchObject([
    { id: 1, outcome: 'rejected', answer: expect.stringContaining('对话名称太长') },
  ]);
  expect(terminal.stderr.text).toBe('');
});

test('a line that cannot be read gets a rejected answer, with its id where that is readable', async () => {
  const stdin = [
    'not json\n',
    '\n',
    '{"id":"x"}\n',
    '{"id":{"a":1},"question":"问"}\n',
    '{"id":2,"turns":[]}\n',
    '[]\n',
    'null\n',
    '{"id":"last","question":"城镇化率"}\n',
  ];
  const terminal = createFakeTerminal({ stdin });
  expect(await run(['ask', '--jsonl'], terminal)).toBe(0);
  expect(answersOf(terminal)).toMatchObject([
    { id: null, outcome: 'rejected' },
    { id: 'x', outcome: 'rejected' },
    { id: null, question: '问', outcome: 'rejected' },
    { id: 2, outcome: 'rejected' },
    { id: null, outcome: 'rejected' },
    { id: null, outcome: 'rejected' },
    { id: 'last', outcome: 'answered' },
  ]);
});

test('a question that fails unforeseen loses no other, and the status tells', async () => {
  const app = createFakeApp((question) => {
    if (question === '坏') throw new Error('boom');
    return sampleAnswer({ question });
  });
  const stdin = ['{"id":1,"question":"坏"}\n{"id":2,"question":"好"}\n'];
  const terminal = createFakeTerminal({ app, stdin });
  expect(await run(['ask', '--jsonl'], terminal)).toBe(1);
  expect(answersOf(terminal)).toMatchObject([
    { id: 1, outcome: 'rejected', answer: expect.stringContaining('boom') },
    { id: 2, outcome: 'answered' },
  ]);
  expect(terminal.stderr.text).toContain('1 个问题');
});
