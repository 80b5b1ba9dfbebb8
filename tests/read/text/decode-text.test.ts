import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/read/text/decode-text.ts';
import { readLines } from '../read-lines.ts';

const GBK =
  '182yqcrQ1cW16sf4ufrD8b6tvMO6zcnnu+G3otW5tdrKrsvEuPbO5cTquea7rrjZ0qoK0ruhorei1bm7+bShCqGwyq7I/c7lobHKscbao6zIq8f4yc/Pwrzhs9bQwrei1bnA7cTuo6y+rbzDyee74bei1bnIobXDz9TW+LPJvs2jrLXYx/jJ+rL619zWtcTqvvnU9rOkNS4yJaGjCg==';
const BIG5 =
  'u0+lX6WrrEapsqxJrEatcLVluvWtbgqkQKFCtW+uabDywqYKpbulq6v5xPKxwLDKuGfA2avYs12hQaZVtrWqwLd8tW+uaaR1p0CmqK7EqH2mbqFBpaulwaXNrKGrfr3opKPCX7SjpMmhQwo=';
const PLAN = '淄川区规划\n一、发展的目标\n';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer =>
  Buffer.from(text, encoding);
const swapped = (text: string): Buffer => bytes(text, 'utf16le').swap16();

describe('plain text', () => {
  test.each([
    ['UTF-8', bytes(PLAN)],
    ['UTF-8 with a mark', bytes(`\uFEFF${PLAN}`)],
    ['UTF-16, little end first', bytes(`\uFEFF${PLAN}`, 'utf16le')],
    ['UTF-16, big end first', swapped(`\uFEFF${PLAN}`)],
    ['UTF-16 without a mark', bytes(PLAN, 'utf16le')],
    ['UTF-16 without a mark, big end first', swapped(PLAN)],
  ])('in %s is read as it stands, line for line', async (_, content) => {
    expect((await readLines(content, 'a.txt')).join('\n')).toBe(PLAN);
  });

  test('in GBK is read', () => {
    const text = decodeText(bytes(GBK, 'base64'), 'a.txt');
    expect(text).toContain('淄博市张店区国民经济和社会发展第十四个五年规划纲要');
    expect(text).toContain('年均增长5.2%。');
  });

  test.each<[string, Uint8Array, string, RegExp]>([
    ['blanks only', bytes(' \n\u3000\n'), 'FILE_WITHOUT_TEXT', /只有空白/u],
    ['zero bytes', bytes('规划\0正文'), 'FILE_TYPE_UNKNOWN', /二进制/u],
    ['control characters', bytes('\u0001\u0002\u0003规划'), 'FILE_TYPE_UNKNOWN', /控制字符/u],
    ['Big5', bytes(BIG5, 'base64'), 'FILE_TYPE_UNKNOWN', /UTF-8.*GBK/u],
    [
      'Latin-1',
      bytes('Développement économique à l’été'.repeat(9), 'latin1'),
      'FILE_TYPE_UNKNOWN',
      /UTF-8.*GBK/u,
    ],
    ['torn UTF-8', bytes('淄川区发展规划').subarray(0, 19), 'FILE_DAMAGED', /UTF-8.*不完整/u],
  ])('is not %s', (_, content, code, why) => {
    expect(() => decodeText(content, 'plan-a.txt')).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(why) }),
    );
    expect(() => decodeText(content, 'plan-a.txt')).toThrow(/plan-a\.txt.*请/su);
  });
});
