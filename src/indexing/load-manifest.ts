import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { YoujuError } from '../errors.ts';
import { checksumOf } from './durable-files.ts';
import {
  INDEX_FILES,
  INDEX_FORMAT,
  MANIFEST_FILE,
  type Manifest,
  manifestFormatSchema,
  manifestSchema,
} from './manifest.ts';

export const damaged = (what: string, cause?: unknown): YoujuError =>
  new YoujuError(
    'INDEX_DAMAGED',
    `索引已损坏：${what}。请运行 npm run ingest -- --force 重建索引。`,
    { cause },
  );

export const stale = (differences: readonly string[]): YoujuError =>
  new YoujuError(
    'INDEX_STALE',
    `索引与现有资料不一致：${differences.join('、')}。请运行 npm run ingest 更新索引。`,
  );

/** Throws INDEX_DAMAGED, or INDEX_STALE for one of another format. */
export function loadManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file)) throw damaged(`缺少 ${MANIFEST_FILE}`);
  const json = parseJson(readFileSync(file, 'utf8'));
  const format = manifestFormatSchema.safeParse(json);
  if (format.success && format.data.format !== INDEX_FORMAT) throw stale(['索引格式不同']);
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw damaged(`${MANIFEST_FILE} 无法读取`, manifest.error);
  return manifest.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(`${MANIFEST_FILE} 无法读取`, error);
  }
}

/** Compares every file with the manifest; throws INDEX_DAMAGED. */
export async function verifyFiles(folder: string, { checksums }: Manifest): Promise<void> {
  for (const name of INDEX_FILES) {
    const file = join(folder, name);
    if (!existsSync(file)) throw damaged(`缺少 ${name}`);
    if ((await checksumOf(file)) !== checksums[name]) throw damaged(`${name} 的内容已变`);
  }
}
