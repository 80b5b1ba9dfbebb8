import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  endFollowUps,
  openAsk,
  startFollowUps,
} from '../../../../src/channels/slack/render/actions.ts';
import { type HomeSetting, homeView } from '../../../../src/channels/slack/render/home-view.ts';
import {
  type KnownDocument,
  knownDocument,
} from '../../../../src/channels/slack/render/known-document.ts';
import { citedDocuments, openRealAnswers, type RealAnswers } from '../../../answer/real-answers.ts';
import { sampleDocument, sampleInfo } from '../../sample-document.ts';
import { INJECTIONS } from './sample-setting.ts';
import { buttonsIn, expectView, linksIn, shownIn } from './shown.ts';

const sampleKnown: KnownDocument = {
  info: sampleInfo,
  chapters: ['第一章 发展基础', '第二章 主要目标'],
  examples: ['样例区2025年常住人口城镇化率的目标是多少？'],
};

function homeOf(changes: Partial<HomeSetting> = {}) {
  const home = homeView({
    documents: [sampleKnown],
    builtAt: '2026-01-02T17:04:05.000Z',
    publicUrl: null,
    subscriptions: [],
    admin: null,
    report: null,
    ...changes,
  });
  expectView(home);
  return home;
}

describe('the home', () => {
  test('says how to ask, what is known, what to try and how new it is', () => {
    const shown = shownIn(homeOf().blocks);
    for (const said of [
      '/plan',
      '《样例区国民经济和社会发展第十四个五年规划纲要》',
      '样例区人民政府 · 2021年6月17日印发 · 规划期 2021—2025年',
      '内容：第一章 发展基础；第二章 主要目标',
      '试试问：样例区2025年常住人口城镇化率的目标是多少？',
      '文件最近更新：2026年1月3日 01:04',
    ])
      expect(shown).toContain(said);
    expect(buttonsIn(homeOf().blocks, openAsk)).toHaveLength(1);
    expect(shown).not.toContain('管理');
  });

  test('links to the reader where there is one for the public', () => {
    expect(linksIn(homeOf({ publicUrl: 'https://plans.test' }).blocks)).toEqual([
      'https://plans.test/documents/sample-14fyp',
    ]);
    expect(linksIn(homeOf().blocks)).toEqual([]);
  });

  test('leaves out what a document does not say of itself', () => {
    const info = { ...sampleInfo, issuer: null, issuedOn: null, period: null };
    const shown = shownIn(homeOf({ documents: [{ info, chapters: [], examples: [] }] }).blocks);
    expect(shown).not.toMatch(/null|undefined|规划期|印发|内容：|试试问/u);
  });

  test('shows those who look after it what people said, and the switches of channels', () => {
    const admin = {
      feedback: { helpful: 12, unhelpful: 3 },
      comments: [{ reasons: ['数字错'], comment: '应当写明是常住人口', givenMs: 0 }],
      followUpChannels: ['C01', 'C02'],
    };
    const { blocks } = homeOf({ admin });
    expect(shownIn(blocks)).toContain('反馈：有帮助 12 次，没帮助 3 次');
    expect(shownIn(blocks)).toContain('数字错\n应当写明是常住人口');
    expect(shownIn(blocks)).toContain('<#C01>');
    expect(JSON.stringify(blocks)).toContain(`"action_id":"${startFollowUps.id()}"`);
    const ending = blocks.flatMap((block) =>
      'accessory' in block && block.accessory?.type === 'button' ? [block.accessory.value] : [],
    );
    expect(ending.map((value) => endFollowUps.read(value))).toEqual([
      { channelId: 'C01' },
      { channelId: 'C02' },
    ]);
    const none = { ...admin, followUpChannels: [] };
    expect(shownIn(homeOf({ admin: none }).blocks)).toContain('还没有开通任何频道');
  });

  test('holds dozens of documents with the longest words, and says how many more there are', () => {
    const evil = INJECTIONS.join('𠮷');
    const long = { ...sampleInfo, title: evil.repeat(5), issuer: evil.repeat(5), shortTitle: evil };
    const documents = Array.from({ length: 300 }, (_, at) => ({
      info: { ...long, id: `plan-${at}-${'长'.repeat(60)}` },
      chapters: Array(60).fill(evil),
      examples: [evil, `${'𠮷'.repeat(37)}在哪？`],
    }));
    const admin = {
      feedback: { helpful: 1, unhelpful: 1 },
      comments: Array(20).fill({ reasons: ['数字错'], comment: evil.repeat(9), givenMs: 0 }),
      followUpChannels: Array.from({ length: 40 }, (_, at) => `C${at}`),
    };
    const lines = Array.from({ length: 20 }, () => ({
      ...{ title: evil, question: evil },
      details: Array.from({ length: 9 }, () => evil),
    }));
    const report = {
      ...{ days: 30, asked: 100, url: 'https://plans.test/edit/answers' },
      ...{ unanswered: lines, wrong: lines },
    };
    for (const count of [12, 60, 300]) {
      const publicUrl = 'https://plans.test';
      const { blocks } = homeOf({
        documents: documents.slice(0, count),
        ...{ admin, publicUrl, report },
      });
      expect(linksIn(blocks)).toHaveLength(Math.min(count, 50) + 1);
    }
    const shown = shownIn(homeOf({ documents, admin, report }).blocks);
    expect(shown).toContain('另有 14 个');
    expect(shown).toContain(`试试问：${'𠮷'.repeat(37)}在哪？`);
    expect(shown).not.toContain(`试试问：${evil.slice(0, 10)}`);
    expect(shown).toContain('另有 250 份文件没有列出');
    expect(shown).toContain('另有 32 个频道');
  });
});

describe('what home tells of a document', () => {
  let real: RealAnswers;
  beforeAll(async () => {
    real = await openRealAnswers();
  });
  afterAll(() => real.index.close());

  const known = (): KnownDocument[] =>
    real.index.documents.flatMap(({ id }) => {
      const document = real.index.document(id);
      const isOf = ({ documentId }: { documentId: string }): boolean => documentId === id;
      return document
        ? [
            knownDocument({
              document,
              passages: real.index.passagesOf(id),
              indicators: real.index.indicators.filter(isOf),
              responsibilities: real.index.responsibilities.filter(isOf),
              glossary: real.index.glossary.filter(isOf),
            }),
          ]
        : [];
    });

  test('are its own chapters, or what stands for them', () => {
    expect(knownDocument(sampleDocument).chapters).toEqual(['第一章 发展基础', '第二章 主要目标']);
    const chapters = Object.fromEntries(known().map((one) => [one.info.id, one.chapters]));
    expect(chapters['zichuan-14fyp']).toContain('第一章 砥砺奋进前行 夯实全面现代化新起点');
    expect(chapters['zhoucun-14fyp']?.[0]).toBe('综合实力稳步提升');
    expect(chapters['zichuan-2023-tasks']?.[0]).toBe('一、加快推进科技创新驱动发展');
    expectView(
      homeView({
        documents: known(),
        builtAt: '2026-01-02',
        publicUrl: null,
        subscriptions: [],
        admin: null,
        report: null,
      }),
    );
  });

  test('are questions that it answers', async () => {
    const documents = known();
    expect(documents).toHaveLength(5);
    let told = 0;
    for (const { info, examples } of documents) {
      expect(examples.length).toBeGreaterThan(0);
      const answers = await Promise.all(examples.map((example) => real.ask(example)));
      const answered = answers.filter(({ outcome }) => outcome === 'answered');
      told += answered.length;
      for (const answer of answered) expect(citedDocuments(answer)).toContain(info.id);
    }
    // What the judge is not sure of is refused, an example too.
    expect(told).toBeGreaterThan(documents.length / 2);
  });
});
