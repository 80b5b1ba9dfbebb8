import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** Made by running Youju, so a clean checkout does not have them. */
const MADE_LATER = /^(?:index|dist|node_modules|\.youju|\.env)(?:\/|$)/u;
const TOP_LEVEL = new Set(readdirSync(ROOT));

const withoutBlocks = readme.replace(/^```.*?^```/gmsu, '');

/** What stands in backticks and begins like a path of the repository, and where links go. */
function pathsNamed(): string[] {
  const inBackticks = [...withoutBlocks.matchAll(/`([^`\s]+)`/gu)]
    .map(([, text]) => text ?? '')
    .filter((text) => text.includes('/') || /\.(?:md|json|jsonl|tsv|txt|ts|tsx|sh)$/u.test(text))
    .filter((text) => /^[\w.-]+(?:\/[\w.*{},-]*)*$/u.test(text))
    .filter((text) => text.includes('.') || TOP_LEVEL.has(text.split('/')[0] ?? ''));
  const links = [...withoutBlocks.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/gu)].map(
    ([, target]) => target ?? '',
  );
  return [...new Set([...inBackticks, ...links])].filter((path) => !MADE_LATER.test(path));
}

test('every path it names exists', () => {
  const paths = pathsNamed().filter((path) => !/[*{]/u.test(path));
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every script it names is one', () => {
  const named = [...readme.matchAll(/npm run (?:--?[\w-]+ )*([\w:-]+)/gu)].map(([, name]) => name);
  expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
});
