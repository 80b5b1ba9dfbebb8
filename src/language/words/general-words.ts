import { readFileSync } from 'node:fs';

/**
 * Words that any plan may use, for the segmenter, in the form of `seeds/words.txt`, which adds to them. They are
 * part of what an index is built with.
 */
export const generalWords = (): string => readTable('words.txt');

/**
 * What people say and what any plan writes for it, in the form of `seeds/synonyms.tsv`, which adds to it. Only
 * questions are read with it: an index does not depend on it.
 */
export const generalSynonyms = (): string => readTable('synonyms.tsv');

const readTable = (name: string): string =>
  readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
