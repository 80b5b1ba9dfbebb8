import { expect, test } from 'vitest';
import { toInertMarkdown } from '../../../../src/channels/slack/render/inert-markdown.ts';
import { notesOn } from '../../../fakes/slack/limits/mrkdwn-safety.ts';

const notes = (text: string) => notesOn(undefined, { type: 'markdown', text }, () => false);

test.each([
  '见 [官网](https://evil.test)',
  '![图](https://evil.test/a.png)',
  '<https://evil.test|点我>',
  'https://evil.test',
  'www.evil.test',
  '[官网][1]',
])('what is a link in markdown is one no more: %s', (text) => {
  expect(notes(text).map(({ code }) => code)).toContain('live_link');
  expect(notes(toInertMarkdown(text))).toEqual([]);
});

test('neither are mentions, formats and what begins a line', () => {
  for (const text of ['<!channel>', '<@U1>']) expect(notes(toInertMarkdown(text))).toEqual([]);
  expect(toInertMarkdown('**粗** `码` ~删~ _斜_ @here')).not.toMatch(/[*`~_@]/u);
  expect(toInertMarkdown('a\n# 标题')).toBe('a # 标题');
  for (const text of ['# 标题', '- 项', '1. 项', '==='])
    expect(toInertMarkdown(text)).not.toBe(text);
});

test('figures and sentences stay as they are', () => {
  for (const text of ['2025年目标75%（2020年为65.6%）。', '4.5%以上，1.4万户', '研发投入占3.2%：'])
    expect(toInertMarkdown(text)).toBe(text);
});
