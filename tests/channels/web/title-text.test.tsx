import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { TitleText } from '../../../src/channels/web/title-text.tsx';

const linesOf = (title: string): readonly string[] =>
  renderToString(<TitleText title={title} />)
    .replace(/<\/?span[^>]*>/gu, '')
    .split('<wbr/>');

test.each([
  '淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
  '关于印发《淄博市“十四五”生态环境保护规划》的通知',
])('a line of a title ends between words: %s', (title) => {
  const lines = linesOf(title);
  expect(lines.join('')).toBe(title);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line).not.toMatch(/^[》”、，]|[《“]$/u);
    expect(line).not.toMatch(/第十四$|^个五年|^五”/u);
  }
});
