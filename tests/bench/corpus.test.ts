import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import type { Block, Section } from '../../src/model.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { toPassages } from '../../src/parse/passages.ts';
import { loadSeedTexts, type SeedText } from '../seed-texts.ts';

const SEEDS_DIR = join(import.meta.dirname, '../../seeds');

let folder: string;
let seeds: ReadonlyMap<string, SeedText>;
let originals: readonly SeedText[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'youju-corpus-'));
  const { documents, places } = await writeCorpus(SEEDS_DIR, join(folder, 'a'), 3);
  originals = await loadSeedTexts(SEEDS_DIR);
  expect(documents).toBe(originals.length * 3);
  expect(places).toHaveLength(2);
  const written = await loadSeedTexts(join(folder, 'a'));
  seeds = new Map(written.map((seed) => [documentInfo(seed).id, seed]));
});

afterAll(() => rm(folder, { recursive: true }));

const copiesOf = (seed: SeedText): SeedText[] =>
  ['001', '002'].flatMap((number) => seeds.get(`${documentInfo(seed).id}-copy-${number}`) ?? []);

const numbersIn = (children: readonly (Section | Block)[]): string[] =>
  children.flatMap((child) =>
    child.type === 'section' ? [`${child.kind} ${child.number}`, ...numbersIn(child.children)] : [],
  );

function structureOf(seed: SeedText) {
  const document = parseDocument(seed.text, documentInfo(seed));
  return {
    pages: document.pages,
    sections: numbersIn(document.children),
    passages: toPassages(document).length,
  };
}

describe('a corpus of copies', () => {
  test('the seeds themselves are in it, byte for byte', () => {
    for (const original of originals) {
      expect(seeds.get(documentInfo(original).id)?.digest).toBe(original.digest);
    }
  });

  test('copies have the structure of their seed', () => {
    for (const original of originals) {
      const structure = structureOf(original);
      const copies = copiesOf(original);
      expect(copies).toHaveLength(2);
      for (const copy of copies) expect(structureOf(copy)).toEqual(structure);
    }
  });

  test('no copy names a place of the seeds, in its text or in the catalogue', () => {
    for (const copy of originals.flatMap(copiesOf)) {
      expect(copy.text).not.toMatch(/淄\s*川|周\s*村|淄\s*博/u);
      expect(JSON.stringify(copy.entry)).not.toMatch(/淄川|周村|淄博/u);
    }
  });

  test('a copy is of the same kind and period as its seed, under another region', () => {
    for (const original of originals) {
      const info = documentInfo(original);
      for (const copy of copiesOf(original).map(documentInfo)) {
        expect(copy.kind).toBe(info.kind);
        expect(copy.period).toEqual(info.period);
        expect(copy.region).not.toBe(info.region);
        expect(copy.title).not.toBe(info.title);
      }
    }
  });

  test('written again it is the same', async () => {
    await writeCorpus(SEEDS_DIR, join(folder, 'b'), 3);
    const again = await loadSeedTexts(join(folder, 'b'));
    expect(again.map(({ digest }) => digest)).toEqual(
      [...seeds.values()].map(({ digest }) => digest),
    );
    expect(await readFile(join(folder, 'b', 'catalogue.json'))).toEqual(
      await readFile(join(folder, 'a', 'catalogue.json')),
    );
  });
});
