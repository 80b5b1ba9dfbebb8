import { expect, test } from 'vitest';
import { answerToJson } from '../../src/channels/answer-json.ts';
import { sampleAnswer } from './fake-app.ts';

test('an answer becomes exactly what the contract words, the id first', () => {
  const json = answerToJson(sampleAnswer(), 'q1');
  expect(Object.keys(json)).toEqual([
    'id',
    'question',
    'outcome',
    'kind',
    'answer',
    'claims',
    'citations',
    'nearest',
    'suggestions',
    'passages',
    'timings',
    'notes',
  ]);
  expect(json.citations[0]).toEqual(sampleAnswer().citations[0]);
});

test('passages are flat', () => {
  expect(answerToJson(sampleAnswer()).passages[0]).toEqual({
    passageId: 'front',
    documentId: 'sample-14fyp',
    headingPath: [],
    text: '样政发〔2021〕2号\n关于印发规划纲要的通知',
    lines: [1, 3],
    score: 0.5,
  });
});

test('figures worked out stay with their claim, and only where there are any', () => {
  const computed = [{ value: '9.4', how: 'difference', from: ['75', '65.6'] }] as const;
  const answer = sampleAnswer({
    claims: [
      { text: '提高9.4个百分点。', citations: [1], computed },
      { text: '目标75%。', citations: [1] },
    ],
  });
  expect(answerToJson(answer).claims).toEqual([
    { text: '提高9.4个百分点。', citations: [1], computed },
    { text: '目标75%。', citations: [1] },
  ]);
});

test('without an id there is none, and an unreadable one is null', () => {
  expect(answerToJson(sampleAnswer())).not.toHaveProperty('id');
  expect(answerToJson(sampleAnswer(), null).id).toBeNull();
});
