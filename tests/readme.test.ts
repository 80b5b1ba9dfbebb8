import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** Made by running Youju, so a clean checkout does not have them. */
const MADE_LATER = /^(?:index|dist|node_modules|\.youju|\.env)(?:\/|$)/u;
const PATH = /^(?:[\w.-]+\/)*[\w.-]*$/u;
const FILE = /\.(?:example|json|jsonl|md|mjs|png|sh|ts|tsv|tsx|txt)$|^(?:CHANGELOG|LICENSE)/u;

/** What a text in backticks or a link names in the repository. */
function pathsIn(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gmsu, '');
  const words = [...prose.matchAll(/`([^`]+)`/gu)].flatMap(([, code]) => code?.split(/\s+/u) ?? []);
  const links = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/gu)];
  return [...words, ...links.map(([, target]) => target ?? '')]
    .filter((word) => PATH.test(word) && (word.includes('/') || FILE.test(word)))
    .filter((word) => !MADE_LATER.test(word));
}

const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/npm (?:run (?:--?[\w-]+ )*([\w:-]+)|(start|test))/gu)].map(
    ([, run, short]) => run ?? short ?? '',
  );

describe('what the readme names', () => {
  test('every path exists', () => {
    const paths = pathsIn(readme);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('every script is one', () => {
    const named = scriptsIn(readme);
    expect(named).toContain('start');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** Names the configuration reads. */
const variables = [
  'config.ts',
  'config/mcp-config.ts',
  'config/openai-config.ts',
  'config/slack-config.ts',
  'config/web-config.ts',
]
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .flatMap((source) => [...source.matchAll(/^ {2}((?:YOUJU|OPENAI|SLACK)_[A-Z_]+):/gmu)])
  .map(([, name]) => name ?? '');

describe('every variable of the configuration', () => {
  test.each(['README.md', '.env.example'])('stands in %s', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(variables.length).toBeGreaterThan(30);
    expect(variables.filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('how names are found', () => {
  test.each([
    ['see `src/model.ts` and `seeds/`', ['src/model.ts', 'seeds/']],
    ['`npm run eval -- tests/golden/questions.jsonl --misses`', ['tests/golden/questions.jsonl']],
    ['[licence](LICENSE) and ![page](tests/a.png "A page")', ['LICENSE', 'tests/a.png']],
    ['`index/` is built, `.env` is yours, `.env.example` is not', ['.env.example']],
    ['`seeds/*.txt`, `YOUJU_PORT`, `127.0.0.1`, `http://a.test/b.md`', []],
    ['```\nsrc/none.ts\n```\n[web](https://a.test/c.md)', []],
  ])('%j → %j', (text, paths) => {
    expect(pathsIn(text)).toEqual(paths);
  });

  test('scripts, whatever flags npm is given', () => {
    expect(scriptsIn('`npm run --silent ask -- --jsonl`, npm ci && npm test, npm run a:b')).toEqual(
      ['ask', 'test', 'a:b'],
    );
  });
});
