import { describe, expect, test } from 'vitest';
import { documentInfo, identify } from '../../src/catalogue/front-matter.ts';
import { HEADS } from './heads.ts';

describe('the head of a document says who it is', () => {
  test.each(HEADS)('$region $title', ({ text, ...expected }) => {
    expect(documentInfo({ entry: { file: 'some-file.txt' }, text })).toMatchObject(expected);
  });
});

describe('a text without a head', () => {
  test('goes by its file name, and says so', () => {
    const { info, warnings } = identify({
      entry: { file: 'notes-7.txt' },
      text: '今天开会，研究了几件事。\n请各单位落实。',
    });
    expect(info).toMatchObject({ title: 'notes-7', region: null });
    expect(warnings.join()).toMatch(/标题.*文件名.*地方/u);
  });

  test('whose catalogue says who it is has no open questions', () => {
    const entry = { file: 'notes-7.txt', title: '会议纪要', region: '淄川区' };
    expect(identify({ entry, text: '今天开会。' }).warnings).toEqual([]);
  });
});
