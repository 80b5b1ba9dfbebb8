import { expect, test } from 'vitest';
import { overallGoal } from '../../../../src/channels/web/about/overall-goal.ts';
import type { Passage } from '../../../../src/model.ts';

const passage = (heading: string, quotable: string): Passage => ({
  id: heading,
  documentId: 'one',
  ordinal: 0,
  kind: 'text',
  headingPath: ['第二章 总体要求', heading],
  text: quotable,
  quotable,
  lines: [1, 1],
  page: null,
});

test('the sentence under the heading of goals that looks ahead is the goal, word for word', () => {
  const words = '经过五年努力奋斗，到 2025 年，现代化强区建设主框架基本形成。';
  const goal = overallGoal([
    passage('第一节 发展成就', '到2020年，“十三五”规划主要目标基本实现，综合实力显著提高。'),
    passage('第三节 发展目标', `回顾过去五年，主要目标基本实现。${words}产业更强。`),
  ]);
  expect(goal).toEqual({ passageId: '第三节 发展目标', words });
});

test('what was reached, or a figure of one year, is no goal', () => {
  expect(
    overallGoal([
      passage(
        '二、“十五五”时期主要目标',
        '“十五五”时期是夯实基础、全面发力、基本实现现代化的关键时期。',
      ),
      passage('一、过去五年目标完成情况', '到2025年，主要目标圆满完成，经济总量达到四万亿元。'),
    ]),
  ).toBeUndefined();
});
