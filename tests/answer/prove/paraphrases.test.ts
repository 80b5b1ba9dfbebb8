import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { proveClaim } from '../../../src/answer/wording/prove-claim.ts';
import { ProgressReporter } from '../../../src/indexing/build-progress.ts';
import { NOTHING_EARLIER } from '../../../src/indexing/previous-index.ts';
import { readContents } from '../../../src/indexing/read-contents.ts';
import { loadSources, type Sources } from '../../../src/indexing/sources.ts';
import type { DocumentInfo, Passage } from '../../../src/model.ts';
import { REAL_SEEDS_DIR } from '../../real-index.ts';
import { liesToldOf } from './told-lies.ts';

interface Told {
  readonly text: string;
  readonly quotes: readonly { readonly document: string; readonly quote: string }[];
}

const TESTS = join(import.meta.dirname, '../..');
const toldIn = (file: string): Told[] =>
  readFileSync(join(TESTS, 'fixtures/guard', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const KNOWN = toldIn('paraphrases.jsonl');
/** Never looked at while the proof was made. */
const ASIDE = toldIn('paraphrases-aside.jsonl');

let sources: Sources;
let documents: ReadonlyMap<string, DocumentInfo>;
let passages: ReadonlyMap<string, readonly Passage[]>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'youju-paraphrases-'));
  try {
    cpSync(REAL_SEEDS_DIR, folder, { recursive: true });
    const used = new Set(
      [...KNOWN, ...ASIDE].flatMap(({ quotes }) => quotes.map((one) => one.document)),
    );
    for (const id of used)
      for (const corpus of ['plans', 'policies'])
        cpSync(join(TESTS, 'corpora', corpus), folder, {
          recursive: true,
          filter: (from) => !from.endsWith('.txt') || from.endsWith(`/${id}.txt`),
        });
    sources = await loadSources(folder);
    const reporter = new ProgressReporter(undefined, undefined);
    const { contents } = await readContents(sources, NOTHING_EARLIER, reporter);
    documents = new Map(contents.map(({ document: { info } }) => [info.id, info]));
    passages = new Map(contents.map((one) => [one.document.info.id, one.passages]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);

const plain = (text: string): string => text.replace(/\s+/gu, '');

function passageOf({ document, quote }: Told['quotes'][number]): Passage {
  const found = passages
    .get(document)
    ?.find(({ kind, quotable }) => kind !== 'outline' && plain(quotable).includes(plain(quote)));
  if (!found) throw new Error(`${document} does not say ${quote}`);
  return found;
}

const isShown = (text: string, { quotes }: Told, evidence = quotes.map(passageOf)): boolean => {
  const { segmenter, words } = sources;
  const citations = quotes.map(({ quote }, at) => ({ n: at + 1, quote }));
  const vocabulary = { documents, segmenter, words, concepts: [] };
  return 'claim' in proveClaim({ text, citations }, { passages: evidence, vocabulary });
};

test('what the documents say may be said in other words', () => {
  const lost = KNOWN.filter((one) => !isShown(one.text, one)).map(({ text }) => text);
  expect(1 - lost.length / KNOWN.length, lost.join('\n')).toBeGreaterThanOrEqual(0.85);
});

test('and in words that nobody thought of', () => {
  const shown = ASIDE.filter((one) => isShown(one.text, one)).length;
  expect(shown / ASIDE.length).toBeGreaterThanOrEqual(0.7);
});

test('with one thing turned false it is not shown, whatever it is', () => {
  const shown: string[] = [];
  let told = 0;
  // Every second is enough to see a fault of the kind.
  for (const one of [...KNOWN, ...ASIDE].filter((_, at) => at % 2 === 0)) {
    const evidence = one.quotes.map(passageOf);
    for (const { kind, text } of liesToldOf(
      one.text,
      one.quotes.map(({ quote }) => quote),
    )) {
      told += 1;
      if (isShown(text, one, evidence)) shown.push(`${kind}: ${text}`);
    }
  }
  expect(told).toBeGreaterThanOrEqual(2_000);
  expect(shown.length / told, shown.join('\n')).toBeLessThanOrEqual(0.002);
}, 300_000);
