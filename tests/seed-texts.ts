import { loadSeeds, type Seed } from '../src/catalogue/catalogue.ts';
import { readSeedFile } from '../src/catalogue/seed-file.ts';
import { decodeText } from '../src/read/text/decode-text.ts';

export interface SeedText extends Seed {
  readonly text: string;
}

/** The plain texts of a seeds folder. */
export async function loadSeedTexts(seedsDir: string): Promise<readonly SeedText[]> {
  const texts: SeedText[] = [];
  for (const seed of (await loadSeeds(seedsDir)).seeds) {
    const bytes = await readSeedFile(seedsDir, seed.file);
    texts.push({ ...seed, text: decodeText(bytes, seed.file) });
  }
  return texts;
}
