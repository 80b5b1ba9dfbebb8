import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { YoujuError } from '../errors.ts';
import type { AccessRule } from './access-rules.ts';

const list = z.array(z.string().trim().min(1)).readonly().default([]);

/** A word that is not known is a slip that could leave something open. */
const ruleSchema = z
  .strictObject({
    documents: list,
    places: list,
    channels: list,
    groups: list,
    people: list,
  })
  .refine(({ documents, places }) => documents.length + places.length > 0, {
    error: '没有写明 documents 或 places',
  });

const accessSchema = z.strictObject({ rules: z.array(ruleSchema) });

const ADVICE =
  '写法：{"rules":[{"documents":["文件编号"],"places":["地方"],"channels":[],"groups":[],"people":[]}]}。';

/** Who may see which documents. Throws CONFIG_INVALID that says what is wrong with the file. */
export function loadAccess(file: string): readonly AccessRule[] {
  return parseAccess(readText(file), file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new YoujuError('CONFIG_INVALID', `读不了 YOUJU_ACCESS 所指的文件 ${file}。`, {
      cause: error,
    });
  }
}

function parseAccess(text: string, file: string): readonly AccessRule[] {
  const json = parsed(text, file);
  const access = accessSchema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (access.success) return access.data.rules;
  const problems = access.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new YoujuError(
    'CONFIG_INVALID',
    `YOUJU_ACCESS 所指的文件 ${file} 有误：${problems.join('；').trim()}。${ADVICE}`,
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new YoujuError('CONFIG_INVALID', `YOUJU_ACCESS 所指的文件 ${file} 不是 JSON。${ADVICE}`, {
      cause: error,
    });
  }
}
