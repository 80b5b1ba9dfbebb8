import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/read/read-source.ts';
import { readLines } from '../read-lines.ts';

const markdown = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));

describe('a Markdown file', () => {
  test('whose paragraphs stand line on line is parted where sentences end', async () => {
    const bytes = markdown('一是稳增长。', '二是调结构，', '促转型。', '（一）保障措施');
    expect(await readLines(bytes, 'a.md')).toEqual([
      '一是稳增长。',
      '二是调结构，促转型。',
      '（一）保障措施',
    ]);
  });

  test('gives of its settings the title, of its notes the text at the end', async () => {
    const bytes = markdown(
      '---',
      'title: "某县规划"',
      'layout: page',
      '---',
      '正文[^a]。',
      '',
      '[^a]: 第一行',
      '    第二行',
    );
    expect(await readLines(bytes, 'a.md')).toEqual(['某县规划', '正文。', '第一行第二行']);
  });

  test('keeps the lines it was read from', async () => {
    const { blocks } = await readSource(markdown('# 规划', '', '- 甲', '- 乙'), 'a.markdown');
    expect(blocks.map(({ place }) => place)).toEqual([
      { type: 'line', line: 1 },
      { type: 'line', line: 3 },
      { type: 'line', line: 4 },
    ]);
  });

  test('is plain text under another name', async () => {
    expect(await readLines(markdown('# 规划'), 'a.txt')).toEqual(['# 规划']);
  });
});
