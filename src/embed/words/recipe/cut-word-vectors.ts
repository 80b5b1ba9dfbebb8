import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS_FORMAT } from '../word-vectors.ts';

/**
 * Cuts what make-word-vectors.py wrote down to what ships: `cut-word-vectors.ts FROM TO`. The commonest words stay,
 * and the first numbers of each, which are those the making stretches most. The same files give the same bytes.
 */
const CHINESE_WORDS = 78_500;
/** Of thousands of Latin pieces most are words of languages that no plan writes; the likeliest are English. */
const LATIN_WORDS = 1_500;
const DIMENSIONS = 96;

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('usage: cut-word-vectors FROM TO');

const bytesOf = (name: string): Buffer => readFileSync(join(from, name));
const made: { dims: number; model: string; weights: string; dictionary: string } = JSON.parse(
  bytesOf('about.json').toString(),
);
const words = bytesOf('words.txt').toString().trimEnd().split('\n');
const rows = bytesOf('vectors.i8');
const scales = bytesOf('scales.f32');

const isLatin = (word: string): boolean => /^[a-z]/u.test(word);
const numbered = words.map((word, number) => ({ word, number }));
const kept = [
  ...numbered.filter(({ word }) => !isLatin(word)).slice(0, CHINESE_WORDS),
  ...numbered.filter(({ word }) => isLatin(word)).slice(0, LATIN_WORDS),
];

const vectors = Buffer.alloc(kept.length * DIMENSIONS);
const sizes = Buffer.alloc(kept.length * 8);
for (const [at, { number }] of kept.entries()) {
  const start = number * made.dims;
  const row = Array.from({ length: DIMENSIONS }, (_, i) => rows.readInt8(start + i));
  const largest = Math.max(1, ...row.map(Math.abs));
  const whole = row.map((x) => Math.round((x / largest) * 127));
  for (const [i, x] of whole.entries()) vectors.writeInt8(x, at * DIMENSIONS + i);
  sizes.writeFloatLE(1 / (Math.hypot(...whole) || 1), at * 8);
  sizes.writeFloatLE(scales.readFloatLE(number * 8 + 4), at * 8 + 4);
}
const list = `${kept.map(({ word }) => word).join('\n')}\n`;
const about = {
  format: WORDS_FORMAT,
  digest: createHash('sha256')
    .update(list)
    .update(vectors)
    .update(sizes)
    .digest('hex')
    .slice(0, 12),
  words: kept.length,
  dimensions: DIMENSIONS,
  model: made.model,
  weights: made.weights,
  dictionary: made.dictionary,
};

mkdirSync(to, { recursive: true });
writeFileSync(join(to, 'words.txt'), list);
writeFileSync(join(to, 'vectors.i8'), vectors);
writeFileSync(join(to, 'scales.f32'), sizes);
writeFileSync(join(to, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
