import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import { createWordVectors, WORDS_FORMAT, type WordVectors } from './word-vectors.ts';

const FOLDER = fileURLToPath(new URL('./data/', import.meta.url));

const aboutSchema = z.object({
  format: z.literal(WORDS_FORMAT),
  digest: z.string(),
  words: z.number().int().positive(),
  dimensions: z.number().int().positive(),
});

/** Ten megabytes and their index of words: read once, whoever asks. */
const loaded = new Map<string, WordVectors>();

/** @throws YoujuError `WORDS_UNUSABLE` where files are missing, of another format or of the wrong length */
export function loadWordVectors(folder = FOLDER): WordVectors {
  const known = loaded.get(folder) ?? readWordVectors(folder);
  loaded.set(folder, known);
  return known;
}

function readWordVectors(folder: string): WordVectors {
  const about = aboutSchema.safeParse(parseJson(folder, 'about.json'));
  if (!about.success)
    throw unusable(join(folder, 'about.json'), '格式不是本程序所用的', about.error);
  const { digest, words: count, dimensions } = about.data;
  const words = readBytes(folder, 'words.txt').toString('utf8').trimEnd().split('\n');
  const rows = readBytes(folder, 'vectors.i8');
  const scales = readBytes(folder, 'scales.f32');
  if (words.length !== count) throw unusable(join(folder, 'words.txt'), '不完整');
  if (rows.length !== count * dimensions) throw unusable(join(folder, 'vectors.i8'), '不完整');
  if (scales.length !== count * 8) throw unusable(join(folder, 'scales.f32'), '不完整');
  return createWordVectors({
    id: `words-${WORDS_FORMAT}-${digest}`,
    dimensions,
    words,
    rows: new Int8Array(rows.buffer, rows.byteOffset, rows.length),
    // Copied to where numbers of four bytes may stand.
    scales: new Float32Array(Uint8Array.from(scales).buffer),
  });
}

function readBytes(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    throw unusable(join(folder, name), '读不到', error);
  }
}

function parseJson(folder: string, name: string): unknown {
  const text = readBytes(folder, name).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unusable(join(folder, name), '不是 JSON', error);
  }
}

const unusable = (file: string, why: string, cause?: unknown): YoujuError =>
  new YoujuError(
    'WORDS_UNUSABLE',
    `随程序附带的词向量不可用：${file} ${why}。请重新安装本程序，或恢复该文件夹后再启动。`,
    { cause },
  );
