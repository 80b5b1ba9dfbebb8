import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './durable-files.ts';
import { MANIFEST_FILE } from './manifest.ts';

/** Holds the name of the generation in force. */
const POINTER = 'current';
const DRAFT_POINTER = `${POINTER}.new`;
/** Time to the millisecond, so that names sort by it, and something random. */
const GENERATION = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/u;

/** Undefined where none was ever published, and where the pointer holds no name of one. */
export function currentGeneration(indexDir: string): string | undefined {
  const pointer = join(indexDir, POINTER);
  if (!existsSync(pointer)) return undefined;
  const name = readFileSync(pointer, 'utf8').trim();
  return GENERATION.test(name) ? name : undefined;
}

/** Makes the empty folder of a new generation. */
export function createGeneration(indexDir: string, now: Date): string {
  const time = now.toISOString().replaceAll(/[-:.]/gu, '');
  const generation = `${time}-${randomBytes(4).toString('hex')}`;
  mkdirSync(join(indexDir, generation));
  return generation;
}

/** From here on new readers get this generation. */
export function publishGeneration(indexDir: string, generation: string): void {
  replaceFile(join(indexDir, POINTER), DRAFT_POINTER, `${generation}\n`);
}

export function removeGeneration(indexDir: string, generation: string): void {
  rmSync(join(indexDir, generation), { recursive: true, force: true });
}

/** Removes every generation but these. */
export function removeGenerationsBut(indexDir: string, kept: readonly string[]): void {
  for (const name of generations(indexDir)) {
    if (!kept.includes(name)) removeGeneration(indexDir, name);
  }
}

/** Removes what builds left that were interrupted: unfinished generations and whole ones never published. */
export function removeLeftovers(indexDir: string): void {
  const current = currentGeneration(indexDir) ?? '';
  for (const name of generations(indexDir)) {
    const isWhole = existsSync(join(indexDir, name, MANIFEST_FILE));
    if (!isWhole || name > current) removeGeneration(indexDir, name);
  }
  rmSync(join(indexDir, DRAFT_POINTER), { force: true });
}

const generations = (indexDir: string): string[] =>
  readdirSync(indexDir).filter((name) => GENERATION.test(name));
