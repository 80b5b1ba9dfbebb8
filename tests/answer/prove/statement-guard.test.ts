import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proveClaim } from '../../../src/answer/wording/prove-claim.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { DocumentInfo, Passage } from '../../../src/model.ts';
import { openRealIndex } from '../../real-index.ts';
import { sentenceClaims } from '../sentence-claims.ts';
import { departmentLies, rowLies, sentenceLiesOf } from '../sentence-lies.ts';
import { readTable } from './claims.ts';

let index: PlanIndex;
let documents: ReadonlyMap<string, DocumentInfo>;
beforeAll(async () => {
  index = await openRealIndex();
  documents = new Map(index.documents.map((document) => [document.id, document]));
});
afterAll(() => index.close());

const judge = (text: string, passages: readonly Passage[], quotes: readonly string[]) => {
  const vocabulary = { documents, segmenter: index.segmenter, concepts: [] };
  const citations = quotes.map((quote, at) => ({ n: at + 1, quote }));
  return proveClaim({ text, citations }, { passages, vocabulary });
};
const isShown = (text: string, passage: Passage, quote = passage.quotable): boolean =>
  'claim' in judge(text, [passage], [quote]);

/** The passage whose text holds some words; there is one of each. */
function passageWith(words: string): Passage {
  const plain = (text: string): string => text.replace(/\s+/gu, '');
  const found = index.documents
    .flatMap(({ id }) => index.passagesOf(id))
    .find(({ text, kind }) => kind !== 'outline' && plain(text).includes(plain(words)));
  if (!found) throw new Error(`no passage holds ${words}`);
  return found;
}

/** The sentence of a passage with some words, or all of a row. */
function quoteOf(passage: Passage, words: string): string {
  if (passage.kind === 'row' || words === '') return passage.quotable;
  const plain = (text: string): string => text.replace(/\s+/gu, '');
  const sentences = passage.quotable.split(/(?<=[。；\n])/u);
  return sentences.find((sentence) => plain(sentence).includes(plain(words)))?.trim() ?? '';
}

describe('claims a model made of the plans', () => {
  test.each(readTable('statements.tsv'))('%s %s', (verdict = '', text = '', words = '') => {
    const passage = passageWith(words);
    const shown = isShown(text, passage, quoteOf(passage, words));
    expect(shown).toBe(verdict === '真');
  });
});

describe('over all that the plans say', () => {
  test('hardly a sentence turned into another sense is shown, and nearly every true one is', () => {
    let told = 0;
    let [lies, trueOnes] = [0, 0];
    const lost: string[] = [];
    const shown: string[] = [];
    // Every third is enough to see a fault of the kind.
    for (const claim of sentenceClaims(index).filter((_, at) => at % 3 === 0)) {
      if (claim.text.length < 12 || claim.text.length > 300) continue;
      const [proof] = claim.proofs;
      if (!proof) continue;
      const { passage, quote } = proof;
      told += 1;
      if (isShown(claim.text, passage, quote)) trueOnes += 1;
      else lost.push(claim.text);
      for (const { kind, claim: lie } of sentenceLiesOf(claim)) {
        lies += 1;
        if (isShown(lie.text, passage, quote)) shown.push(`${kind}: ${lie.text}`);
      }
    }
    expect(told).toBeGreaterThan(500);
    expect(trueOnes / told, lost.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(shown.length / lies, shown.join('\n')).toBeLessThan(0.003);
  });

  test('no department is given what another does', () => {
    const shown = index.responsibilities.flatMap((task) => {
      const passage = index.passage(task.passageId);
      return passage ? departmentLies(task).filter((text) => isShown(text, passage)) : [];
    });
    expect(shown).toEqual([]);
  });

  test('no row is said to be reached, of another property, or of less than its name', () => {
    const shown = index.indicators.flatMap((row) => {
      const passage = index.passage(row.passageId);
      const document = documents.get(row.documentId);
      return passage && document
        ? rowLies(row, document).filter((text) => isShown(text, passage))
        : [];
    });
    expect(shown).toEqual([]);
  });
});

describe('a quote', () => {
  const FACT = '昆仑镇列入首批山东省绿色能源示范镇。';

  test.each(['镇。', '。', '昆仑镇列入……示范镇。', '昆仑镇列入...示范镇。'])(
    'of next to nothing, or joined by dots, proves nothing: %s',
    (quote) => {
      expect(isShown(FACT, passageWith(FACT), quote)).toBe(false);
    },
  );

  test('that a claim does not need is left out', () => {
    const [needed, idle] = [passageWith(FACT), passageWith('对外开放迈出新步伐')];
    const proven = judge(FACT, [needed, idle], [FACT, '对外开放迈出新步伐']);
    expect('claim' in proven && proven.claim.proofs.map(({ quote }) => quote)).toEqual([FACT]);
  });
});
