import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparable } from '../../../../src/channels/comparable.ts';
import { openingsOf } from '../../../../src/channels/web/about/chapter-openings.ts';
import { answeredThemes } from '../../../../src/channels/web/starting/answered-questions.ts';
import { createFakeApp } from '../../fake-app.ts';
import { sampleDocument } from '../../sample-document.ts';
import { startFakeWeb } from '../fake-web.ts';
import { type RealWeb, startRealWeb } from '../real-web.ts';

let web: RealWeb;
let html: string;

beforeAll(async () => {
  web = await startRealWeb();
  html = await web.read('/start');
});
afterAll(() => web.close());

describe('the questions', () => {
  test('are as many as twenty, under themes, none twice, all answered with a citation', async () => {
    const themes = await answeredThemes(web.app);
    const questions = themes.flatMap((theme) => theme.questions);
    expect(themes.length).toBeGreaterThan(0);
    expect(questions.length).toBeLessThanOrEqual(20);
    expect(new Set(questions).size).toBe(questions.length);
    for (const question of questions) {
      const answer = await web.app.ask(question);
      expect(answer.outcome, question).toBe('answered');
      expect(answer.citations.length, question).toBeGreaterThan(0);
      expect(html).toContain(`/?${new URLSearchParams({ q: question })}`);
    }
  });

  test('that are answered wrongly or not at all are not shown', async () => {
    const fake = createFakeApp();
    expect(await answeredThemes(fake)).toEqual([]);
    expect(fake.asked.length).toBeGreaterThan(0);
  });
});

describe('the documents', () => {
  test('are all there, with who issued them, when, and how their years stand', () => {
    for (const { id, title, issuer, documentNumber } of web.app.documents()) {
      expect(html).toContain(`href="/documents/${id}/about"`);
      expect(html).toContain(title);
      if (issuer !== null) expect(html).toContain(issuer);
      if (documentNumber !== null) expect(html).toContain(documentNumber);
    }
    expect(html).toContain('原文没有写明发布机关、文号和日期');
    expect(html).toMatch(/2021—2025年，\S+/u);
  });

  test('show each chapter with how its text begins, word for word', () => {
    const opened = web.app.document('zichuan-14fyp');
    const openings = openingsOf(opened).filter(({ entry }) => entry.node.type === 'section');
    expect(openings).toHaveLength(14);
    for (const { words = '', passageId } of openings) {
      const passage = opened.passages.find(({ id }) => id === passageId);
      expect(comparable(passage?.quotable ?? '')).toContain(comparable(words.replace(/……$/u, '')));
      expect(words.length).toBeGreaterThan(8);
      expect(words.length).toBeLessThan(100);
    }
    expect(openings[0]?.words).toBe('“十三五”时期，是淄川区发展极不平凡的五年。');
  });

  test('that lost their headings say so and show their leads', () => {
    expect(html).toContain('这份原文的章节标题已经缺失');
    expect(html).toContain('综合实力稳步提升');
  });
});

test('every link into a document arrives', async () => {
  const links = new Set(
    [...html.matchAll(/href="(\/documents\/[^"#]+)#([^"]+)"/gu)].map(
      ([, path = '', anchor = '']) => `${path}#${anchor}`,
    ),
  );
  expect(links.size).toBeGreaterThan(100);
  const pages = new Map<string, string>();
  for (const link of links) {
    const [path = '', anchor = ''] = link.split('#');
    const page = pages.get(path) ?? (await web.read(path));
    pages.set(path, page);
    expect(page, link).toContain(` id="${decodeURIComponent(anchor)}"`);
  }
});

test('slogans stand beside what the text says they are', () => {
  expect(html).toContain('<dt>“五大中心”</dt>');
  expect(html).toContain('加工制造、研发设计、物流分拨、检测维修、售后服务“五大中心”');
  expect(html).toContain('<dt>“三区一窗口”</dt>');
  expect(html).toContain('对外开放发展主窗口。');
});

test('an index without tables, tasks or slogans still makes a page; markup stays text', async () => {
  const evil = '<script>alert(1)</script>';
  const info = { ...sampleDocument.document.info, title: evil, issuer: evil, period: null };
  const fake = await startFakeWeb({
    ...createFakeApp(),
    documents: () => [info],
    document: () => ({
      ...sampleDocument,
      document: { ...sampleDocument.document, info, children: [] },
    }),
  });
  const page = await fake.read('/start');
  expect(page).toContain('&lt;script>alert');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('可以这样问');
  await fake.close();
});
