import { expect, test } from 'vitest';
import { sourcedText, unmarkedText } from '../../src/export/sourced-text.ts';
import { sampleAnswer } from '../channels/fake-app.ts';

const SOURCE =
  '《样例区国民经济和社会发展第十四个五年规划纲要》第二章 主要目标 › 专栏1 主要指标，第3页：' +
  '“（2）常住人口城镇化率（%） 65.6 75 —— 预期性” http://127.0.0.1:3000/documents/sample-14fyp#p-urban';

test('copied with its source an answer can go into a paper', () => {
  expect(sourcedText(sampleAnswer())).toBe(`2025年目标75%（2020年为65.6%）。[1]\n\n[1] ${SOURCE}`);
});

test('what is only near is never passed off as the answer', () => {
  const { citations } = sampleAnswer();
  const text = sourcedText({ answer: '没有找到。', citations: [], nearest: citations });
  expect(text).toBe(
    '没有找到。\n\n原文没有直接回答；最接近的几处：\n' +
      '· “（2）常住人口城镇化率（%） 65.6 75 —— 预期性” ' +
      '《样例区国民经济和社会发展第十四个五年规划纲要》第二章 主要目标 › 专栏1 主要指标，第3页 ' +
      'http://127.0.0.1:3000/documents/sample-14fyp#p-urban',
  );
});

test('without marks it goes into a message', () => {
  expect(unmarkedText({ answer: '一句。[1][2]\n另一句。[3]' })).toBe('一句。\n另一句。');
});
