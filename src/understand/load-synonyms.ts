import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generalSynonyms } from '../language/words/general-words.ts';
import { parseSynonyms, type Synonym } from './synonyms.ts';

const SYNONYMS_FILE = 'synonyms.tsv';

/** The wordings that ship with the program, and those people wrote beside their documents. */
export function loadSynonyms(seedsDir: string): readonly Synonym[] {
  const file = join(seedsDir, SYNONYMS_FILE);
  const own = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return parseSynonyms(generalSynonyms(), own);
}
