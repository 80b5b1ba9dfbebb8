import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citedUrl } from '../../src/channels/cited-url.ts';
import { parseGolden } from '../../src/evaluate/golden.ts';
import type { Citation } from '../../src/model.ts';
import { describeInBrowser, type Reader } from './reader.ts';

const GOLDEN = join(import.meta.dirname, '../golden/questions.jsonl');
const WANTED = 100;
/** Pages read at a time. */
const AT_ONCE = 4;

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Citations of answers to golden questions, no two alike, of every document in turn. */
async function collectCitations({ app }: Reader): Promise<Citation[]> {
  const byDocument = new Map<string, Map<string, Citation>>();
  for (const { question, turns } of parseGolden(readFileSync(GOLDEN, 'utf8'), GOLDEN)) {
    const asked = turns?.at(-1) ?? question ?? '';
    const { citations } = await app.ask(asked, { turns: turns?.slice(0, -1) ?? [] });
    for (const citation of citations) {
      const known = byDocument.get(citation.documentId) ?? new Map<string, Citation>();
      byDocument.set(citation.documentId, known.set(citedUrl(citation), citation));
    }
  }
  const lists = [...byDocument.values()].map((citations) => [...citations.values()]);
  const longest = Math.max(...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list[at] ?? []),
  );
  return inTurn.flat().slice(0, WANTED);
}

/** The words that are highlighted, and whether the first of them can be seen. */
const lookAt = (page: Page): Promise<{ words: string; isSeen: boolean }> =>
  page.evaluate(() => {
    const cited = CSS.highlights.get('cited');
    const ranges = cited === undefined ? [] : [...cited].filter((range) => range instanceof Range);
    const target = document.querySelector(':target');
    const box = (ranges[0] ?? target)?.getBoundingClientRect();
    const passage = target?.cloneNode(true);
    if (passage instanceof Element) {
      for (const extra of passage.querySelectorAll('.tools, .page-mark')) extra.remove();
    }
    return {
      words: ranges.length > 0 ? ranges.join('') : (passage?.textContent ?? ''),
      isSeen: box !== undefined && box.top >= 0 && box.top < innerHeight,
    };
  });

describeInBrowser('a reader opened from a citation', (reader) => {
  test(`stands at the cited words, ${WANTED} times`, { timeout: 300_000 }, async () => {
    const citations = await collectCitations(reader);
    expect(citations).toHaveLength(WANTED);
    const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => reader.open('/healthz')));
    const astray: string[] = [];
    const left = [...citations];
    const readOn = async (page: Page): Promise<void> => {
      for (let citation = left.pop(); citation; citation = left.pop()) {
        const { pathname, search, hash } = new URL(citedUrl(citation));
        await page.goto(reader.address + pathname + search + hash);
        const { words, isSeen } = await lookAt(page);
        const quoted = letters(citation.quote);
        const isAll = citation.words === undefined;
        const isRight = isAll
          ? letters(words).endsWith(quoted) || quoted.endsWith(letters(words))
          : letters(words) === quoted;
        if (!isRight || !isSeen)
          astray.push(`${search}${hash} ${isSeen}: ${citation.quote} ≠ ${words}`);
      }
    };
    await Promise.all(pages.map(readOn));
    expect(astray).toEqual([]);
  });
});
