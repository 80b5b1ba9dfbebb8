import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { buildRealIndex } from '../real-index.ts';

const NOBODY = { person: null, groups: [], channel: null };
const QUESTION = '城镇化要到什么水平？';
const SENTENCE = '到2025年，淄川区常住人口城镇化率达到75%。';

let folder: string;
let app: App;
let row: string;

async function open(env: Record<string, string> = {}): Promise<void> {
  app = await createApp(
    loadConfig({
      YOUJU_INDEX_DIR: await buildRealIndex(),
      YOUJU_STATE_DIR: folder,
      YOUJU_CAUTION: '0',
      ...env,
    }),
  );
  row =
    app
      .indicators('常住人口城镇化率')[0]
      ?.rows.find(({ documentId }) => documentId === 'zichuan-14fyp')?.passageId ?? '';
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-approved-'));
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('an answer that an editor wrote', () => {
  test('is given first to each of its wordings, with its proof, and said to be an editor’s', async () => {
    await open();
    const link = `https://plans.test/documents/zichuan-14fyp?w=1#p-${row}`;
    app.approve(
      { questions: [QUESTION, '城镇化目标'], text: SENTENCE, sources: [link] },
      'web:editor',
    );
    for (const asked of ['城镇化要到什么水平', ' 城镇化目标？']) {
      const answer = await app.ask(asked);
      expect(answer).toMatchObject({ outcome: 'answered', answer: `${SENTENCE}[1]` });
      expect(answer.citations[0]?.quote).toContain('75');
      expect(answer.notes[0]).toContain('编者答');
    }
    const other = await app.ask('周村区城镇化要到什么水平？');
    expect(other.notes.join('')).not.toContain('编者答');
  });

  test('that the passages do not prove is not kept, and is told why', async () => {
    await open();
    const wrong = { questions: [QUESTION], text: SENTENCE.replace('75', '85'), sources: [row] };
    expect(() => app.approve(wrong, 'web:editor')).toThrow(/没有得到证明.*85%/u);
    expect(() => app.approve({ ...wrong, sources: ['none'] }, 'web:editor')).toThrow('none');
    expect(() => app.approve({ ...wrong, questions: [' '] }, 'web:editor')).toThrow('请写明问题');
    expect(app.approved.list()).toEqual([]);
  });

  test('is neither given to who may not see what it stands on, nor within other documents', async () => {
    const file = join(folder, 'access.json');
    await writeFile(file, JSON.stringify({ rules: [{ places: ['淄川区'] }] }));
    await open({ YOUJU_ACCESS: file });
    app.approve({ questions: [QUESTION], text: SENTENCE, sources: [row] }, 'web:editor');
    const hidden = await app.seenBy(NOBODY).ask(QUESTION);
    const elsewhere = await app.ask(QUESTION, { documentIds: ['zhoucun-14fyp'] });
    for (const { notes } of [hidden, elsewhere]) expect(notes.join('')).not.toContain('编者答');
  });

  test('takes the place of the one before it, and can be taken back', async () => {
    await open();
    app.approve({ questions: [QUESTION], text: SENTENCE, sources: [row] }, 'web:editor');
    const { id } = app.approve(
      { questions: [QUESTION], text: SENTENCE, sources: [row] },
      'web:editor',
    );
    expect(app.approved.list().map((one) => one.id)).toEqual([id]);
    expect(app.approved.remove(id, 'web:editor')).toBe(true);
    expect(app.approved.remove(id, 'web:editor')).toBe(false);
    expect((await app.ask(QUESTION)).notes.join('')).not.toContain('编者答');
  });
});

describe('the report', () => {
  const LOST = '海口市2025年城镇化率目标是多少？';
  const mark = (answerId: string, comment: string | null): void =>
    app.feedback.give({
      ...{ answerId, comment, author: 'slack:T1:U0LIN' },
      isHelpful: false,
      reasons: ['数字错'],
    });

  test('groups what was not answered and what was marked wrong, without who', async () => {
    await open({ YOUJU_KEEP_QUESTIONS: 'true' });
    await app.ask(LOST, { answerId: 'a1' });
    await app.ask(LOST.slice(0, -1), { answerId: 'a2' });
    await app.ask('淄川区2025年森林覆盖率目标是多少？', { answerId: 'a3' });
    mark('a3', '应当是约束性指标');
    const report = app.report(30);
    expect(report).toMatchObject({
      asked: 3,
      answered: 1,
      unanswered: [{ question: LOST.slice(0, -1), count: 2 }],
      wrong: [
        {
          question: '淄川区2025年森林覆盖率目标是多少？',
          documentIds: ['zichuan-14fyp'],
          reasons: { 数字错: 1 },
          comments: ['应当是约束性指标'],
        },
      ],
    });
    expect(JSON.stringify(report)).not.toContain('U0LIN');
  });

  test('keeps no words of questions unless it is told to', async () => {
    await open();
    await app.ask(LOST, { answerId: 'a1' });
    mark('an answer of before', null);
    const report = app.report(30);
    expect(JSON.stringify(report)).not.toContain('海口');
    expect(report.unanswered).toMatchObject([{ question: null, count: 1 }]);
    expect(report.wrong).toMatchObject([{ question: null, count: 1 }]);
  });
});
