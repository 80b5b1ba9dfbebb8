import { describe, expect, it } from 'vitest';
import { decodeSeed, MAX_SEED_BYTES } from '../../src/catalogue/decode.ts';
import { YoujuError } from '../../src/errors.ts';

const GBK =
  '182yqcrQ1cW16sf4ufrD8b6tvMO6zcnnu+G3otW5tdrKrsvEuPbO5cTquea7rrjZ0qoK0ruhorei1bm7+bShCqGwyq7I/c7lobHKscbao6zIq8f4yc/Pwrzhs9bQwrei1bnA7cTuo6y+rbzDyee74bei1bnIobXDz9TW+LPJvs2jrLXYx/jJ+rL619zWtcTqvvnU9rOkNS4yJaGjCg==';
const BIG5 =
  'u0+lX6WrrEapsqxJrEatcLVluvWtbgqkQKFCtW+uabDywqYKpbulq6v5xPKxwLDKuGfA2avYs12hQaZVtrWqwLd8tW+uaaR1p0CmqK7EqH2mbqFBpaulwaXNrKGrfr3opKPCX7SjpMmhQwo=';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('decodeSeed', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decodeSeed(bytes('淄川区规划\n'), 'a.txt')).toBe('淄川区规划\n');
    expect(decodeSeed(bytes('\uFEFF淄川区规划\n'), 'a.txt')).toBe('淄川区规划\n');
  });

  it('reads GBK', () => {
    const text = decodeSeed(bytes(GBK, 'base64'), 'a.txt');
    expect(text).toContain('淄博市张店区国民经济和社会发展第十四个五年规划纲要');
    expect(text).toContain('年均增长5.2%。');
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', bytes(''), /空的/],
    ['blanks only', bytes(' \n\u3000\n'), /只有空白/],
    [
      'UTF-16, little end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('规划', 'utf16le')]),
      /UTF-16/,
    ],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0x89, 0xc4]), /UTF-16/],
    ['UTF-16 without a mark', bytes('规划\n一、目标\n', 'utf16le'), /二进制/],
    ['zero bytes', bytes('规划\0正文'), /二进制/],
    ['a PDF', bytes('%PDF-1.7\n'), /二进制/],
    ['a zipped document', bytes('PK\u0003\u0004word'), /二进制/],
    ['control characters', bytes('\u0001\u0002\u0003规划'), /控制字符/],
    ['Big5', bytes(BIG5, 'base64'), /UTF-8.*GBK/],
    ['Latin-1', bytes('Développement économique à l’été'.repeat(9), 'latin1'), /UTF-8.*GBK/],
    ['torn UTF-8', bytes('淄川区规划').subarray(0, 7), /UTF-8.*GBK/],
    ['more than 20 MB', new Uint8Array(MAX_SEED_BYTES + 1).fill(0x41), /超过 20 MB/],
  ])('refuses %s', (_, content, why) => {
    expect(() => decodeSeed(content, 'plan-a.txt')).toThrow(YoujuError);
    expect(() => decodeSeed(content, 'plan-a.txt')).toThrow(why);
    expect(() => decodeSeed(content, 'plan-a.txt')).toThrow(/plan-a\.txt.*请/s);
    expect(() => decodeSeed(content, 'plan-a.txt')).toThrow(
      expect.objectContaining({ code: 'SEED_UNREADABLE' }),
    );
  });
});
