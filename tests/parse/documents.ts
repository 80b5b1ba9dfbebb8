import { join } from 'node:path';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import type {
  Block,
  DocumentInfo,
  Indicator,
  Passage,
  PlanDocument,
  Responsibility,
  Section,
  SectionKind,
} from '../../src/model.ts';
import { indicatorsOf } from '../../src/parse/indicators.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { toPassages } from '../../src/parse/passages.ts';
import { responsibilitiesOf } from '../../src/parse/responsibilities.ts';
import { loadSeedTexts } from '../seed-texts.ts';

export const SEEDS_DIR = join(import.meta.dirname, '../../seeds');

export interface ParsedSeed {
  readonly text: string;
  readonly document: PlanDocument;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
}

/** The five plans as the program reads them, by id. */
export async function parseSeeds(): Promise<ReadonlyMap<string, ParsedSeed>> {
  const seeds = await loadSeedTexts(SEEDS_DIR);
  return new Map(
    seeds.map((seed) => {
      const info = documentInfo(seed);
      return [info.id, parseText(seed.text, info)];
    }),
  );
}

export function parseText(text: string, info: DocumentInfo): ParsedSeed {
  const document = parseDocument(text, info);
  const passages = toPassages(document);
  return {
    text,
    document,
    passages,
    indicators: indicatorsOf(document, passages),
    responsibilities: responsibilitiesOf(document, passages),
  };
}

export const parseSeed = async (id: string): Promise<ParsedSeed> => seedIn(await parseSeeds(), id);

export function seedIn(seeds: ReadonlyMap<string, ParsedSeed>, id: string): ParsedSeed {
  const seed = seeds.get(id);
  if (seed === undefined) throw new Error(`no seed ${id}`);
  return seed;
}

/** What a document with no head of its own is called in tests. */
export function infoOf(file: string, text: string): DocumentInfo {
  return documentInfo({ entry: { file }, text });
}

export type Node = Section | Block;

export function sectionsIn(children: readonly Node[]): readonly Section[] {
  return children.flatMap((child) =>
    child.type === 'section' ? [child, ...sectionsIn(child.children)] : [],
  );
}

export function blocksIn(children: readonly Node[]): readonly Block[] {
  return children.flatMap((child) =>
    child.type === 'section' ? blocksIn(child.children) : [child],
  );
}

/** How many sections of a kind stand outside panels. */
export function countOutsidePanels(children: readonly Node[], kind: SectionKind): number {
  return children.reduce((sum, child) => {
    if (child.type !== 'section') return sum;
    const inside = child.kind === 'panel' ? 0 : countOutsidePanels(child.children, kind);
    return sum + inside + (child.kind === kind ? 1 : 0);
  }, 0);
}

/** As the scorer compares quotes with seeds: form, white space, page marks and bars aside. */
export function plain(text: string): string {
  return text
    .replace(/^\s*—\s*\d+\s*—\s*$/gm, '')
    .replace(/\[bookmark:[^\]]*\]/g, '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[|｜]/g, '');
}
