import { describe, expect, test } from 'vitest';
import { answeredTogether, questionsWithin } from '../../src/conversation/several-questions.ts';
import type { Answer } from '../../src/model.ts';

describe('the questions of one message', () => {
  test.each<[string, string[]]>([
    ['淄川城镇化率多少？周村呢？', ['淄川城镇化率多少？', '周村呢？']],
    ['1. 淄川建几座加氢站\n2. 周村谁牵头招商', ['淄川建几座加氢站', '周村谁牵头招商']],
    ['听说周村变化很大？好的？', ['听说周村变化很大？好的？']],
    ['淄川区2025年城镇化率，那是多少', ['淄川区2025年城镇化率，那是多少']],
  ])('%s', (message, questions) => expect(questionsWithin(message).questions).toEqual(questions));

  test.each<[string, string[]]>([
    [
      '接着问：淄川机电产品出口占比要到12%以上，那高新技术产品呢？',
      ['淄川机电产品出口占比要到12%以上', '那高新技术产品呢？'],
    ],
    ['上面：周村森林覆盖率，再问淄川的', ['周村森林覆盖率', '那淄川的']],
  ])('%s asks the last of two', (message, questions) => {
    expect(questionsWithin(message)).toEqual({ questions, isLastOnly: true });
  });
});

test('where one of several is answered, another says only that it was not found', () => {
  const answer = (outcome: 'answered' | 'not-found', text: string): Answer => ({
    question: '',
    outcome,
    kind: 'none',
    answer: text,
    claims: [],
    citations: [],
    passages: [],
    notes: [],
    timings: { retrieveMs: 0, totalMs: 0 },
  });
  const absent = answer('not-found', '文件中没有找到答案。\n已查：某区2023年重点任务。');
  const said = answeredTogether('', [absent, answer('answered', '共5所。[1]')]);
  expect(said.answer).toBe('第一问：文件中没有找到答案。\n第二问：共5所。[1]');
  expect(answeredTogether('', [absent, absent]).answer).toContain('已查：某区2023年重点任务');
});
