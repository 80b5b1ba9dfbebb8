import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { PlanDocument } from '../../src/model.ts';
import { indicatorsOf } from '../../src/parse/indicators.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { toPassages } from '../../src/parse/passages.ts';
import { responsibilitiesOf } from '../../src/parse/responsibilities.ts';
import { termsOf } from '../../src/segment/terms.ts';
import { loadSeedTexts } from '../seed-texts.ts';

const seedsDir = join(import.meta.dirname, '../../seeds');
const folder = mkdtempSync(join(tmpdir(), 'youju-plans-'));
let index: PlanIndex;
let documents: ReadonlyMap<string, PlanDocument>;

beforeAll(async () => {
  await buildIndex({ seedsDir, indexDir: folder });
  index = await openIndex({ seedsDir, indexDir: folder });
  documents = new Map(
    (await loadSeedTexts(seedsDir)).map((seed) => {
      const info = documentInfo(seed);
      return [info.id, parseDocument(seed.text, info)];
    }),
  );
});

afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const weights = (text: string) =>
  new Map(termsOf(text, index.segmenter).map((term) => [term, 1] as const));

describe('an index of the real plans', () => {
  test('holds every document, its tree and passages as parsed', () => {
    expect(index.documents.map(({ id }) => id)).toEqual(
      [...documents.keys()].toSorted((a, b) => (a < b ? -1 : 1)),
    );
    for (const [id, document] of documents) {
      expect(index.document(id)).toEqual(document);
      expect(index.passagesOf(id)).toEqual(toPassages(document));
    }
    expect(index.document('no-such-plan')).toBeUndefined();
    expect(index.passagesOf('no-such-plan')).toEqual([]);
  });

  test('holds indicators and responsibilities as parsed', () => {
    const read = [...documents.values()].map((document) => {
      const passages = toPassages(document);
      return {
        indicators: indicatorsOf(document, passages),
        responsibilities: responsibilitiesOf(document, passages),
      };
    });
    const byId = <Item extends { documentId: string }>(items: readonly Item[]): Item[] =>
      items.toSorted((a, b) => a.documentId.localeCompare(b.documentId));
    expect(byId(index.indicators)).toEqual(byId(read.flatMap(({ indicators }) => indicators)));
    expect(index.responsibilities).toEqual(read.flatMap((content) => content.responsibilities));
  });

  test('gives a passage by its id', () => {
    const [passage] = index.passagesOf('zichuan-14fyp');
    expect(index.passage(passage?.id ?? '')).toEqual(passage);
    expect(index.passage('no-such-passage')).toBeUndefined();
  });

  test('finds the row of an indicator among the first', () => {
    const hits = index.searchLexical({ terms: weights('淄川区常住人口城镇化率'), limit: 5 });
    const row = hits.find(({ passage }) => passage.kind === 'row');
    expect(row?.passage.text).toContain('常住人口城镇化率');
  });

  test('puts the best first and gives no more than asked for', () => {
    const hits = index.searchLexical({ terms: weights('养老服务体系'), limit: 20 });
    expect(hits).toHaveLength(20);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test.each([
    [['zichuan-14fyp']],
    [['zibo-2025-plan', 'zhoucun-14fyp', 'zhoucun-14fyp', 'no-such-plan']],
    [[]],
    [['no-such-plan']],
  ])('stays within documents %j', async (documentIds) => {
    const vector = await index.embedder.embedQuery('养老服务体系');
    const found = [
      ...index.searchLexical({ terms: weights('养老服务体系'), documentIds, limit: 10 }),
      ...index.searchVectors({ vector, documentIds, limit: 10 }),
    ];
    expect(found).toHaveLength(documents.has(documentIds[0] ?? '') ? 20 : 0);
    expect(found.every(({ passage }) => documentIds.includes(passage.documentId))).toBe(true);
  });

  test('finds a passage by its own text: similarity about 1', async () => {
    for (const passage of index.passagesOf('zibo-hitech-14fyp').slice(40, 60)) {
      const vector = await index.embedder.embedQuery(
        [...passage.headingPath, passage.text].join('\n'),
      );
      const [best] = index.searchVectors({ vector, limit: 1 });
      expect(best?.score).toBeCloseTo(1, 4);
      const within = index.searchVectors({ vector, limit: 3, documentIds: ['zibo-hitech-14fyp'] });
      expect(within.map((hit) => hit.passage.id)).toContain(passage.id);
    }
  });

  test('finds no fewer neighbours than there are', async () => {
    const vector = await index.embedder.embedQuery('养老服务体系');
    const everything = index.searchVectors({ vector, limit: 100_000 });
    expect(everything.length).toBeLessThanOrEqual(index.manifest.counts.passages);
    expect(everything.length).toBeGreaterThan(0.99 * index.manifest.counts.passages);
  });

  test('counts in how many passages a term stands', () => {
    const holding = index.documents
      .flatMap(({ id }) => index.passagesOf(id))
      .filter(({ headingPath, text }) =>
        [
          ...termsOf(headingPath.join('\n'), index.segmenter),
          ...termsOf(text, index.segmenter),
        ].includes('养老'),
      );
    expect(index.documentFrequency('养老')).toBe(holding.length);
    expect(index.documentFrequency('区块链养老')).toBe(0);
  });

  test.each(['"', "' OR 1=1 --", 'a* NEAR(b)', '养老" OR heading:"', '\0', '𠮷'])(
    'takes %j for a term like any other',
    (term) => {
      expect(() => index.searchLexical({ terms: new Map([[term, 1]]), limit: 5 })).not.toThrow();
      expect(index.searchLexical({ terms: new Map([[term, 1]]), limit: 5 })).toEqual([]);
      expect(index.documentFrequency(term)).toBe(0);
    },
  );
});
