import { describe, expect, test } from 'vitest';
import type { OpenDocument } from '../../../../src/app.ts';
import { type SourcePlace, turnSource } from '../../../../src/channels/slack/render/actions.ts';
import { sourceModal, textGoneModal } from '../../../../src/channels/slack/render/source-modal.ts';
import type { Passage } from '../../../../src/model.ts';
import { sampleDocument, sampleInfo } from '../../sample-document.ts';
import { INJECTIONS } from './sample-setting.ts';
import { boldIn, buttonsIn, expectView, linksIn, shownIn } from './shown.ts';

const PUBLIC_URL = 'https://plans.test';

/** The sample with its passages in the order they stand. */
const opened: OpenDocument = {
  ...sampleDocument,
  passages: sampleDocument.passages.map((passage, ordinal) => ({ ...passage, ordinal })),
};

const placeOf = (passageId: string, changes: Partial<SourcePlace> = {}): SourcePlace => ({
  documentId: sampleInfo.id,
  passageId,
  line: 1,
  ranges: [],
  ...changes,
});

function modalOf(place: SourcePlace, document = opened, publicUrl: string | null = PUBLIC_URL) {
  const modal = sourceModal(document, place, publicUrl);
  expectView(modal);
  return modal;
}

function turnsOf(passageId: string): Record<string, string> {
  const turns = buttonsIn(modalOf(placeOf(passageId)).blocks, turnSource);
  return Object.fromEntries(
    turns.map(({ text, value }) => [text.text, turnSource.read(value).passageId]),
  );
}

const withPassage = (id: string, changes: Partial<Passage>): OpenDocument => ({
  ...opened,
  passages: opened.passages.map((each) => (each.id === id ? { ...each, ...changes } : each)),
});

describe('a source, opened', () => {
  test('stands among its neighbours with all that tells where it is from', () => {
    const { blocks } = modalOf(placeOf('strength', { ranges: [[9, 24]] }));
    expect(boldIn(blocks)).toBe(
      '《样例区国民经济和社会发展第十四个五年规划纲要》全区生产总值达到461.1亿元',
    );
    expect(shownIn(blocks)).toBe(
      [
        '《样例区国民经济和社会发展第十四个五年规划纲要》',
        '样政发〔2021〕2号 · 2021年6月17日印发 · 第1页',
        '第一章 发展基础 › 第一节 发展成就 › 综合实力稳步提升',
        '样政发〔2021〕2号\n关于印发规划纲要的通知',
        '综合实力稳步提升。',
        '全区生产总值达到461.1亿元',
        '，<b>不是标签</b>。',
        '第一节 发展成就',
        '一般公共预算收入达到40亿元。',
        '上一段',
        '下一段',
        '上一节',
        '下一节',
        '复制引用：',
        '《样例区国民经济和社会发展第十四个五年规划纲要》第一章第一节，综合实力稳步提升（第1页）',
        '在网页中打开这一段',
      ].join('\n'),
    );
    expect(linksIn(blocks)).toEqual(['https://plans.test/documents/sample-14fyp#p-strength']);
  });

  test('has no link where there is no public address', () => {
    expect(linksIn(modalOf(placeOf('strength'), opened, null).blocks)).toEqual([]);
  });

  test('is set off as a whole where nothing in particular was cited', () => {
    expect(boldIn(modalOf(placeOf('revenue')).blocks)).toContain('一般公共预算收入达到40亿元。');
  });

  test('of a table is the row, with the names of its columns below', () => {
    const { blocks } = modalOf(placeOf('urban', { ranges: [[0, 3]] }));
    expect(boldIn(blocks)).toContain('（2）常住人口城镇化率（%） 65.6 75 —— 预期性');
    expect(shownIn(blocks)).toContain('“十四五”时期主要指标 指标 2020年 2025年');
    expect(shownIn(blocks)).toContain('（3）森林覆盖率（%） 38.5 —— 约束性');
  });

  test('says where the text has no headings', () => {
    expect(shownIn(modalOf(placeOf('front')).blocks)).toContain('原文在此处没有章节标题');
  });
});

describe('turning from it', () => {
  test('goes by paragraph and by section, leads inside a section aside', () => {
    expect(turnsOf('revenue')).toEqual({
      上一段: 'strength',
      下一段: 'duties',
      上一节: 'front',
      下一节: 'jobs',
    });
    expect(turnsOf('gdp')).toEqual({
      上一段: 'jobs',
      下一段: 'urban',
      上一节: 'jobs',
      下一节: 'leadership',
    });
  });

  test('ends where the document does', () => {
    expect(turnsOf('front')).toEqual({ 下一段: 'strength', 下一节: 'strength' });
    expect(turnsOf('lost')).toEqual({ 上一段: 'leadership', 上一节: 'gdp' });
  });

  test('passes lists of headings, but opens one that was cited', () => {
    expect(turnsOf('chapter-1')).toMatchObject({ 上一段: 'front', 下一段: 'strength' });
  });
});

describe('a long text', () => {
  const sentence = '第𠮷句：统筹推进<各项>工作，确保完成目标。';
  const huge = sentence.repeat(5_000);

  test('is shown around what was cited, neighbours from their near end', () => {
    const at = huge.length - 3_000;
    const cited = huge.slice(at, at + 200);
    const document = withPassage('revenue', { text: huge, quotable: huge });
    const { blocks } = modalOf(placeOf('revenue', { ranges: [[at, at + 200]] }), document);
    expect(boldIn(blocks)).toContain(cited);
    const before = shownIn(modalOf(placeOf('duties'), document).blocks);
    expect(before).toMatch(/^……/mu);
    expect(before).toContain(huge.slice(-500));
    expect(before.length).toBeLessThan(2_000);
  });

  test('without any full stop is shown within the limits too', () => {
    const text = '𠮷'.repeat(60_000);
    const document = withPassage('revenue', { text, quotable: text });
    expect(shownIn(modalOf(placeOf('revenue'), document).blocks)).toContain('𠮷'.repeat(1_000));
  });

  test('comes out inert, in every place', () => {
    for (const evil of INJECTIONS) {
      const document = withPassage('strength', { quotable: evil, headingPath: [evil] });
      const info = { ...sampleInfo, title: evil, documentNumber: evil };
      const { blocks } = modalOf(placeOf('strength', { ranges: [[0, 2]] }), {
        ...document,
        document: { ...document.document, info },
      });
      expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"');
      expect(linksIn(blocks)).toHaveLength(1);
    }
  });
});

describe('a source that is gone', () => {
  test('is said to be, and the nearest place offered', () => {
    const modal = modalOf(placeOf('removed', { line: 12 }));
    expect(shownIn(modal.blocks)).toContain('原来引用的这一段没有了');
    expect(shownIn(modal.blocks)).toContain('第一章 发展基础 › 第一节 发展成就 › 一是 民生改善');
    const [nearest] = buttonsIn(modal.blocks, turnSource);
    expect(turnSource.read(nearest?.value).passageId).toBe('jobs');
  });

  test('with its document, or with all of its text, is said to be', () => {
    for (const document of [null, { ...opened, passages: [] }]) {
      const modal = textGoneModal(document, { line: 3 });
      expectView(modal);
      expect(shownIn(modal.blocks)).toContain('请重新提问');
    }
  });
});
