import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueEntry } from '../src/catalogue/catalogue-schema.ts';
import { documentInfo } from '../src/catalogue/front-matter.ts';
import { loadSeedTexts, type SeedText } from '../tests/seed-texts.ts';
import { perturbFigures } from './figures.ts';
import { inventPlaces, type PlaceNames, renamePlaces } from './place-names.ts';

/** Files of a seeds folder that are no plans. */
const SETTINGS_FILES = ['words.txt', 'synonyms.tsv'];

/** A seed under the names of other places and with other figures. */
export interface SeedCopy {
  readonly entry: CatalogueEntry;
  readonly text: string;
}

export interface Corpus {
  readonly seedsDir: string;
  readonly documents: number;
  readonly textBytes: number;
  /** Of the copies; empty at scale 1. */
  readonly places: readonly PlaceNames[];
}

/** Writes a seeds folder with the seeds themselves and `scale` − 1 copies of each. The same scale gives the same bytes. */
export async function writeCorpus(
  sourceDir: string,
  seedsDir: string,
  scale: number,
): Promise<Corpus> {
  const seeds = await loadSeedTexts(sourceDir);
  const places = inventPlaces(scale - 1, seeds.map(({ text }) => text).join('\n'));
  const copies = places.flatMap((names, at) => seeds.map((seed) => copySeed(seed, at + 1, names)));
  const originals = seeds.map(({ entry, text }) => ({ entry, text }));
  const documents = [...originals, ...copies];
  await mkdir(seedsDir, { recursive: true });
  for (const file of SETTINGS_FILES) await copyFile(join(sourceDir, file), join(seedsDir, file));
  for (const { entry, text } of documents) await writeFile(join(seedsDir, entry.file), text);
  const entries = documents.map(({ entry }) => entry);
  await writeFile(join(seedsDir, 'catalogue.json'), `${JSON.stringify(entries, null, 2)}\n`);
  return {
    seedsDir,
    documents: documents.length,
    textBytes: documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    places,
  };
}

/** @param copy from 1; with the same copy and names the same text comes out */
export function copySeed(seed: SeedText, copy: number, names: PlaceNames): SeedCopy {
  const rename = (text: string): string => renamePlaces(text, names);
  const info = documentInfo(seed);
  const id = `${info.id}-copy-${String(copy).padStart(3, '0')}`;
  const figureSeed = copy * 1_000 + seed.text.length;
  return {
    entry: {
      id,
      file: `${id}.txt`,
      title: rename(info.title),
      shortTitle: rename(info.shortTitle),
      // One that names no place (全市, 2023年任务) would mean every copy.
      aliases: info.aliases.filter((alias) => rename(alias) !== alias).map(rename),
      kind: info.kind,
      ...(info.region === null ? {} : { region: rename(info.region) }),
      ...(info.period === null ? {} : { period: [...info.period] }),
    },
    text: perturbFigures(rename(seed.text), figureSeed),
  };
}
