import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageText, toMrkdwn } from '../../../../src/channels/slack/render/message-text.ts';
import { shorten, splitText } from '../../../../src/channels/slack/render/split-text.ts';
import { notesOn } from '../../../fakes/slack/limits/mrkdwn-safety.ts';

/** Text of what plans are made of, of what Slack reads, and of anything else. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('。', '；', '\n', '”', '2025年', '75%', '𠮷', '👩‍👩‍👧‍👦', ' [12]', '&amp;'),
      fc.constantFrom('<!channel>', '<@U1>', '<https://a.test|b>', '*', '_', '~', '`', '&', '|'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const HALVED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

describe('text as mrkdwn', () => {
  test('mentions nobody, links nowhere and formats nothing, whatever it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const inert = toMrkdwn(text);
        expect(notesOn(inert, [], () => false)).toEqual([]);
        expect(inert).not.toMatch(/[<>*_~`]/u);
      }),
    );
  });

  test('reads the same once entities are read', () => {
    expect(toMrkdwn('R&D < 5% > 3%，“四新”经济')).toBe('R&amp;D &lt; 5% &gt; 3%，“四新”经济');
    expect(toMrkdwn('5~10%')).toBe('5～10%');
  });

  test('of a message fits an update and is never cut within an entity or a character', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 80 }), fc.nat(200), (lines, times) => {
        const text = messageText(lines.map((line) => line.repeat(times)));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3_900);
        expect(notesOn(text, [], () => false)).toEqual([]);
        expect(text).not.toMatch(HALVED);
      }),
    );
  });
});

describe('splitting', () => {
  test('loses nothing, keeps to the limit and halves no character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, maxChars) => {
        const pieces = splitText(text, maxChars);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(maxChars);
          expect(piece).not.toMatch(HALVED);
        }
      }),
    );
  });

  test('goes after a sentence with its marks, or a line, where one fits', () => {
    expect(splitText('甲乙。丙丁；戊己', 5)).toEqual(['甲乙。', '丙丁；戊己']);
    expect(splitText('甲乙\n丙丁戊己', 5)).toEqual(['甲乙\n', '丙丁戊己']);
    expect(splitText('他说“好。”又说', 6)).toEqual(['他说“好。”', '又说']);
    expect(splitText('到75%。 [1] [2]另外', 13)).toEqual(['到75%。 [1] [2]', '另外']);
    expect(splitText('到75%。又到76%。 [1]', 11)).toEqual([
      '到75%。',
      '又到76%。 [1]'.slice(0, 11),
    ]);
    expect(splitText('无句可断的长文', 3)).toEqual(['无句可', '断的长', '文']);
    expect(splitText('', 3)).toEqual([]);
  });

  test('a beginning keeps to the limit, its …… included', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 40 }), (text, maxChars) => {
        const short = shorten(text, maxChars);
        expect(short.length).toBeLessThanOrEqual(maxChars);
        expect(short).not.toMatch(HALVED);
        if (text.length <= maxChars) expect(short).toBe(text);
        else expect(text.startsWith(short.replace(/……$/u, ''))).toBe(true);
      }),
    );
  });
});
