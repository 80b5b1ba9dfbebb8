import { afterAll, beforeAll, expect, test } from 'vitest';
import { YoujuError } from '../../../../src/errors.ts';
import type { Answer } from '../../../../src/model.ts';
import { createFakeApp, sampleAnswer } from '../../fake-app.ts';
import { type FakeWeb, startFakeWeb } from '../fake-web.ts';

const EVIL = `"><script>alert('1')</script><img src=x onerror=alert(2)>`;

function evilAnswer(question: string): Answer {
  const sample = sampleAnswer();
  return {
    ...sample,
    question,
    answer: `${EVIL}[1]`,
    notes: [EVIL],
    citations: sample.citations.map((citation) => ({
      ...citation,
      documentId: EVIL,
      documentTitle: EVIL,
      headingPath: [EVIL],
      quote: EVIL,
      passageId: EVIL,
    })),
  };
}

const ANSWERS: Readonly<Record<string, (question: string) => Answer>> = {
  恶意: evilAnswer,
  没有: (question) =>
    sampleAnswer({
      question,
      outcome: 'not-found',
      answer: '文件里没有找到张店。',
      citations: [],
      notes: [],
    }),
  模型: (question) => sampleAnswer({ question, model: 'qwen3' }),
  建议: (question) =>
    sampleAnswer({
      question,
      outcome: 'not-found',
      answer: '没有找到。\n可以这样问：“甲区“四新”经济占比的目标是多少？”',
      citations: [],
    }),
  '': (question) =>
    sampleAnswer({
      question,
      outcome: 'rejected',
      answer: '问题是空的，请写下想问的话。',
      citations: [],
      notes: [],
    }),
  坏: () => {
    throw new Error('secret detail');
  },
  索引: () => {
    throw new YoujuError('INDEX_DAMAGED', '索引已损坏：请运行 youju ingest --force。');
  },
};

const app = createFakeApp((question) => (ANSWERS[question] ?? defaultAnswer)(question));
let web: FakeWeb;

function defaultAnswer(question: string): Answer {
  return sampleAnswer({ question });
}

beforeAll(async () => {
  web = await startFakeWeb(app);
});
afterAll(() => web.close());

test('the first page invites to ask and links every document', async () => {
  const response = await web.get('/');
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('<!doctype html>');
  expect(html).toContain('lang="zh-CN"');
  expect(html).toContain('name="q"');
  expect(html).toContain('href="/documents/sample-14fyp/about"');
  expect(html).not.toContain('依据');
});

test('a question is answered with marks that lead to the sources and sources that lead to the place', async () => {
  const html = await web.read('/?q=城镇化率&document=');
  expect(html).toContain('2025年目标75%（2020年为65.6%）。');
  const [, mark] = /class="mark" href="#([^"]+)"/u.exec(html) ?? [];
  expect(mark).toMatch(/^source-.+-1$/u);
  expect(html).toContain(`id="${mark}"`);
  expect(html).toContain('（2）常住人口城镇化率（%） 65.6 75 —— 预期性');
  expect(html).toContain('第3页');
  expect(html).toContain('href="/documents/sample-14fyp#p-urban"');
  expect(html).toContain('说明：65.6%为2019年数据。');
  expect(html).toContain('<h1 class="question">城镇化率</h1>');
});

test('the question goes to the chosen document only', async () => {
  const html = await web.read('/?q=森林&document=sample-14fyp');
  expect(app.asked.at(-1)).toEqual({
    question: '森林',
    options: { documentIds: ['sample-14fyp'], answerId: expect.any(String) },
  });
  expect(html).toMatch(/<option selected value="sample-14fyp"|value="sample-14fyp" selected/u);
});

test('a mark without a source stays text', async () => {
  const html = await web.read('/?q=城镇化率');
  expect(html).not.toMatch(/#source-[^"]*-2"/u);
});

test('nothing of a question or an answer becomes markup', async () => {
  const html = await web.read('/?q=恶意');
  const echoed = await web.read(`/?q=${encodeURIComponent(EVIL)}`);
  for (const page of [html, echoed]) {
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;script>');
  }
  expect(html).toContain('href="/documents/%22%3E%3Cscript%3E');
});

test('not found and rejected say so and show no sources', async () => {
  const notFound = await web.get('/?q=没有');
  expect(notFound.status).toBe(200);
  const notFoundHtml = await notFound.text();
  expect(notFoundHtml).toContain('文件里没有找到张店。');
  expect(notFoundHtml).not.toContain('依据');

  const rejected = await web.get('/?q=');
  expect(rejected.status).toBe(400);
  expect(await rejected.text()).toContain('问题是空的，请写下想问的话。');
});

test('an answer that a model worded says so, and no other does', async () => {
  expect(await web.read('/?q=模型')).toContain('由语言模型（qwen3）');
  expect(await web.read('/?q=城镇化率')).not.toContain('语言模型');
});

test('what a refusal suggests can be asked', async () => {
  const html = await web.read('/?q=建议');
  expect(html).toContain(`href="/?q=${encodeURIComponent('甲区“四新”经济占比的目标是多少？')}"`);
});

test('a follow-up takes its thread along, and the thread is shown', async () => {
  const html = await web.read('/?t=第一问&t=第二问&q=那乙呢');
  expect(app.asked.at(-1)).toEqual({
    question: '那乙呢',
    options: { turns: ['第一问', '第二问'], answerId: expect.any(String) },
  });
  for (const turn of ['第一问', '第二问', '那乙呢'])
    expect(html).toContain(`<input type="hidden" name="t" value="${turn}"/>`);
  expect(html).toContain(`href="/?t=${encodeURIComponent('第一问')}&amp;q=`);
});

test('a parameter given twice counts once', async () => {
  await web.read('/?q=甲&q=乙');
  expect(app.asked.at(-1)?.question).toBe('甲');
});

test('a question of 2,000 Chinese characters fits into an address', async () => {
  const question = '淄'.repeat(2000);
  expect((await web.get(`/?q=${question}`)).status).toBe(200);
  expect(app.asked.at(-1)?.question).toBe(question);
});

test('a question too long for any address is told so', async () => {
  const response = await web.get(`/?q=${'淄'.repeat(20_000)}`);
  expect(response.status).toBe(431);
  expect(await response.text()).toContain('问题太长了');
});

test('NUL, broken encodings and lone surrogates reach the core as text', async () => {
  for (const raw of ['%00', '%ED%A0%80', '%', '%F0%9F%98%80', '*%20OR%20NEAR(%22a%22)']) {
    expect((await web.get(`/?q=${raw}`)).status).toBe(200);
  }
});

test('an unforeseen error is logged and shown politely, without its details', async () => {
  const response = await web.get('/?q=坏');
  expect(response.status).toBe(500);
  const html = await response.text();
  expect(html).toContain('请稍后再试');
  expect(html).not.toContain('secret detail');
  expect(web.logged).toContain('request failed');
});

test('a foreseen error says what to do', async () => {
  const response = await web.get('/?q=索引');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('索引已损坏：请运行 youju ingest --force。');
});
