import { expect, test } from 'vitest';
import { renderAnswer } from '../../../src/channels/terminal/render-answer.ts';
import { displayWidth } from '../../../src/channels/terminal/wrap.ts';
import { sampleAnswer } from '../fake-app.ts';

const PLAIN = { colour: false, width: null };

function sampleCitation() {
  const [citation] = sampleAnswer().citations;
  if (!citation) throw new Error('the sample has a citation');
  return citation;
}

test('shows the answer, its numbered sources and the notes', () => {
  expect(renderAnswer(sampleAnswer(), PLAIN)).toBe(
    [
      '2025年目标75%（2020年为65.6%）。[1]',
      '',
      '依据',
      ' [1] 《样例区国民经济和社会发展第十四个五年规划纲要》 第二章 主要目标 › 专栏1 主要指标（第3页）',
      '     「（2）常住人口城镇化率（%） 65.6 75 —— 预期性」',
      '     http://127.0.0.1:3000/documents/sample-14fyp#p-urban',
      '',
      '说明：65.6%为2019年数据。',
      '',
    ].join('\n'),
  );
});

test('says no page where the document proves none', () => {
  const answer = sampleAnswer({ citations: [{ ...sampleCitation(), page: null }] });
  expect(renderAnswer(answer, PLAIN)).not.toContain('页）');
});

test('what is not found has no sources', () => {
  const answer = sampleAnswer({
    outcome: 'not-found',
    answer: '没有找到。',
    citations: [],
    notes: [],
  });
  expect(renderAnswer(answer, PLAIN)).toBe('没有找到。\n');
});

test('nothing in a question or a document steers the terminal', () => {
  const evil = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u202e倒\r覆盖';
  const answer = sampleAnswer({
    answer: evil,
    citations: [
      {
        ...sampleCitation(),
        quote: evil,
        headingPath: [evil],
        documentTitle: evil,
        url: `http://x/${evil}`,
      },
    ],
    notes: [evil],
  });
  const lines = renderAnswer(answer, PLAIN).split('\n');
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('wraps Chinese at the width of the terminal, marks kept where they belong', () => {
  const long = '到2025年，全区常住人口城镇化率达到75%，森林覆盖率达到38.5%以上。'.repeat(4);
  const lines = renderAnswer(sampleAnswer({ answer: long, citations: [] }), {
    colour: false,
    width: 40,
  }).split('\n');
  for (const line of lines) {
    expect(displayWidth(line)).toBeLessThanOrEqual(42);
    expect(line).not.toMatch(/^[，。%]/u);
  }
  expect(lines.length).toBeGreaterThan(6);
});

test('a link is never broken', () => {
  const text = renderAnswer(sampleAnswer(), { colour: false, width: 20 });
  expect(text).toContain('http://127.0.0.1:3000/documents/sample-14fyp#p-urban');
});

test('colours only when told to', () => {
  expect(renderAnswer(sampleAnswer(), { colour: true, width: null })).toContain('\u001b[');
  expect(renderAnswer(sampleAnswer(), PLAIN)).not.toContain('\u001b[');
});
