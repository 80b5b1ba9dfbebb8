import { describe, expect, test } from 'vitest';
import { ClaimScanner } from '../../../src/answer/wording/claim-scanner.ts';

const CLAIM = { text: '目标75%。', citations: [{ n: 1, quote: '65.6 75' }] };
const OTHER = { text: '他说：“} ] \\ 第二句”。', citations: [{ n: 2, quote: '{"a":1}' }] };

/** Claims that are closed by each piece. */
const scan = (pieces: readonly string[]) => {
  const scanner = new ClaimScanner();
  return pieces.map((piece) => scanner.push(piece));
};

describe('claims of an answer that is still coming', () => {
  const whole = JSON.stringify({ claims: [CLAIM, OTHER], notInEvidence: false });

  test.each([1, 2, 3, 7, 50, 1_000])('are whole, whatever comes at once: %i', (length) => {
    const pieces = whole.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? [];
    expect(scan(pieces).flat()).toEqual([CLAIM, OTHER]);
  });

  test('are there as soon as their object is closed', () => {
    const end = whole.indexOf('},{"text"') + 1;
    const [first, second] = scan([whole.slice(0, end), whole.slice(end)]);
    expect(first).toEqual([CLAIM]);
    expect(second).toEqual([OTHER]);
  });

  test.each([
    ['a fence and words round it', `好的，答案如下：\n\`\`\`json\n${whole}\n\`\`\`\n希望有帮助`],
    ['thoughts before it', `<think>"claims": [{"text":"假的","citations":[]}]</think>${whole}`],
    ['commas too many', whole.replace(/\}\]\}/gu, '},],}').replace(/\]\}\]/u, '],},]')],
    ['line breaks', JSON.stringify(JSON.parse(whole), null, 2)],
    ['other parts first', `{"notInEvidence": false, "claims": ${JSON.stringify([CLAIM, OTHER])}}`],
  ])('are found in an answer with %s', (_name, text) => {
    expect(scan([text]).flat()).toEqual([CLAIM, OTHER]);
  });

  test.each([
    ['that is not finished', whole.slice(0, 30)],
    ['without any', '{"claims":[],"notInEvidence":true}'],
    ['that is no JSON', '我不知道。'],
    ['that is a web page', '<html><body>502 Bad Gateway</body></html>'],
    ['whose list holds no objects', '{"claims":["目标75%"]}'],
    ['whose claims are of another form', '{"claims":[{"sentence":"目标75%","citations":[1]}]}'],
    ['whose claim is empty', '{"claims":[{"text":"  ","citations":[{"n":1,"quote":"x"}]}]}'],
    ['whose claim is endless', `{"claims":[{"text":"${'长'.repeat(500)}","citations":[]}]}`],
  ])('are none in an answer %s', (_name, text) => {
    expect(scan([text]).flat()).toEqual([]);
  });

  test('a broken one does not take the others with it', () => {
    const broken = '{"text": "坏", "citations": [}';
    const text = `{"claims":[${JSON.stringify(CLAIM)},${broken}},${JSON.stringify(OTHER)}]}`;
    expect(scan([text]).flat()).toContainEqual(CLAIM);
  });

  test('are so many and no more', () => {
    const many = JSON.stringify({ claims: Array.from({ length: 1_000 }, () => CLAIM) });
    expect(scan([many]).flat()).toHaveLength(24);
  });
});

describe('whether the evidence is said to lack the answer', () => {
  test.each([
    ['behind the list', '{"claims":[],"notInEvidence":true}', true],
    ['before it', '{"notInEvidence": true, "claims": []}', true],
    ['without a list', '{"notInEvidence":true}', true],
    ['and it does not', '{"claims":[],"notInEvidence":false}', false],
    [
      'in a claim only',
      `{"claims":[${JSON.stringify({ ...CLAIM, text: '"notInEvidence":true' })}]}`,
      false,
    ],
    ['by nobody', '我不知道。', false],
  ])('%s', (_name, text, isSaid) => {
    for (const size of [3, 1_000]) {
      const scanner = new ClaimScanner();
      for (const piece of text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []) scanner.push(piece);
      expect(scanner.isNotInEvidence).toBe(isSaid);
    }
  });
});
