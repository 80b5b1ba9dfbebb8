import { describe, expect, test } from 'vitest';
import { type ExportedAnswer, wordFile, wordFileName } from '../../src/export/word-file.ts';
import { readDocx } from '../../src/read/docx/read-docx.ts';
import { sampleAnswer } from '../channels/fake-app.ts';

const NOW = new Date('2026-11-20T16:30:00Z');

/** The paragraphs of the file, footnotes last, as our own reader of Word files has them. */
async function readBack(answers: readonly ExportedAnswer[], title?: string) {
  const bytes = await wordFile({ answers, now: NOW, ...(title !== undefined && { title }) });
  const { blocks, warnings } = await readDocx(bytes, 'thread.docx');
  expect(warnings).toEqual([]);
  const textsOf = (...types: readonly string[]): string[] =>
    blocks.flatMap((block) =>
      types.includes(block.type) && block.type !== 'table' ? [block.text] : [],
    );
  return {
    headings: textsOf('heading'),
    paragraphs: textsOf('paragraph'),
    footnotes: textsOf('note'),
  };
}

describe('a thread as a Word file', () => {
  test('has a title, the day in China, each question with its answer, and sources as footnotes', async () => {
    const { headings, paragraphs, footnotes } = await readBack([sampleAnswer()], '城镇化率备会');
    expect(headings).toEqual(['样例区2025年常住人口城镇化率目标是多少？']);
    expect(paragraphs.slice(0, 4)).toEqual([
      '城镇化率备会',
      '2026年11月21日 · 共 1 问',
      '2025年目标75%（2020年为65.6%）。',
      '说明：65.6%为2019年数据。',
    ]);
    expect(footnotes).toEqual([
      '《样例区国民经济和社会发展第十四个五年规划纲要》第二章 主要目标 › 专栏1 主要指标，第3页：' +
        '“（2）常住人口城镇化率（%） 65.6 75 —— 预期性” http://127.0.0.1:3000/documents/sample-14fyp#p-urban',
    ]);
  });

  test('a source given before is referred back to', async () => {
    const { footnotes } = await readBack([sampleAnswer(), sampleAnswer({ question: '再问' })]);
    expect(footnotes[1]).toBe('同注1。');
  });

  test('what was not found says so and shows what is near, with its place', async () => {
    const { paragraphs, footnotes } = await readBack([
      sampleAnswer({
        outcome: 'not-found',
        answer: '文件中没有找到答案。',
        citations: [],
        claims: [],
        notes: [],
        nearest: [
          {
            documentId: 'sample-14fyp',
            documentTitle: '样例区规划',
            headingPath: ['第二章 主要目标'],
            quote: '加强组织领导。',
            passageId: 'leadership',
            url: 'http://plans.test/documents/sample-14fyp#p-leadership',
          },
        ],
      }),
    ]);
    expect(paragraphs.slice(2, 5)).toEqual([
      '文件中没有找到答案。',
      '原文没有直接回答；最接近的几处：',
      '“加强组织领导。”',
    ]);
    expect(footnotes).toEqual([
      '《样例区规划》第二章 主要目标 http://plans.test/documents/sample-14fyp#p-leadership',
    ]);
  });

  test('nothing that people wrote breaks the file', async () => {
    const question = '<w:p>&"\u0000\u001b\ud800\uffff]]> [9]';
    const { headings, paragraphs } = await readBack([
      sampleAnswer({ question, answer: '第一行\n第二行[7][1]' }),
    ]);
    expect(headings).toEqual(['<w:p>&"]]> [9]']);
    expect(paragraphs).toContain('第二行[7]');
  });

  test('an empty thread is still a file', async () => {
    expect((await readBack([])).paragraphs[1]).toContain('共 0 问');
  });
});

test('its name can be a file name anywhere', () => {
  expect(wordFileName('2025/2026：对比\n"甲"')).toBe('20252026：对比 甲.docx');
  expect(wordFileName(' ')).toBe('有据问答.docx');
});
