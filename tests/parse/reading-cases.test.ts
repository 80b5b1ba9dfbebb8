import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentInfo } from '../../src/catalogue/front-matter.ts';
import type { Block, Section } from '../../src/model.ts';
import { parseText } from './documents.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'reading');
const EXPECTED = '.expected.json';

/** What must be read of NAME.txt stands in NAME.expected.json. */
const expectation = z.strictObject({
  title: z.string().optional(),
  region: z.string().optional(),
  issuer: z.string().optional(),
  issuedOn: z.string().optional(),
  /** Depth from 0, number and title; … ends a prefix. */
  headings: z.array(z.tuple([z.number(), z.string()])).optional(),
  /** Others may stand between them. */
  mayHaveMore: z.boolean().default(false),
  notHeadings: z.array(z.string()).default([]),
  /** Each in one block. */
  has: z.array(z.string()).default([]),
  /** In no block. */
  hasnt: z.array(z.string()).default([]),
  /** Cells of a row, in order, others between. */
  rows: z.array(z.array(z.string())).default([]),
  tasks: z.number().optional(),
  leads: z.array(z.array(z.string())).optional(),
});

const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(EXPECTED))
  .map((name) => basename(name, EXPECTED));

type Node = Section | Block;
interface Heading {
  readonly depth: number;
  readonly text: string;
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const bare = (text: string): string => squeezed(text).replace(/[.。．、:：,，]/gu, '');

describe('texts of strangers', () => {
  test.each(CASES)('%s is read as written down beside it', (name) => {
    const wanted = expectation.parse(
      JSON.parse(readFileSync(join(FOLDER, `${name}${EXPECTED}`), 'utf8')),
    );
    const text = readFileSync(join(FOLDER, `${name}.txt`), 'utf8');
    const info = documentInfo({ entry: { file: `${name}.txt` }, text });
    const { document, responsibilities } = parseText(text, info);
    for (const key of ['title', 'region', 'issuer', 'issuedOn'] as const) {
      if (wanted[key] !== undefined) expect(info[key], key).toBe(wanted[key]);
    }
    if (wanted.headings !== undefined) {
      const printed = headingsIn(document.children, 0);
      const found = wanted.mayHaveMore ? printed.filter(isWanted(wanted.headings)) : printed;
      expect(found.map(shortAs(wanted.headings))).toEqual(
        wanted.headings.map(([depth, title]) => ({ depth, text: bare(title.split('…')[0] ?? '') })),
      );
      for (const title of wanted.notHeadings) {
        expect(printed.map((heading) => heading.text).join('\n')).not.toContain(bare(title));
      }
    }
    const blocks = blocksIn(document.children);
    for (const part of wanted.has) {
      expect(
        blocks.some((block) => textOf(block).includes(squeezed(part))),
        part,
      ).toBe(true);
    }
    for (const part of wanted.hasnt) {
      expect(blocks.map(textOf).join('\n')).not.toContain(squeezed(part));
    }
    const rows = blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
    for (const row of wanted.rows) {
      expect(rows.map(({ cells }) => cells)).toContainEqual(expect.arrayContaining(row));
    }
    if (wanted.tasks !== undefined) expect(responsibilities).toHaveLength(wanted.tasks);
    if (wanted.leads !== undefined) {
      expect(responsibilities.map(({ leads }) => leads)).toEqual(wanted.leads);
    }
  });
});

function headingsIn(children: readonly Node[], depth: number): readonly Heading[] {
  return children.flatMap((child) =>
    child.type === 'section'
      ? [
          { depth, text: bare(`${child.number ?? ''}${child.title}`) },
          ...(child.kind === 'panel' ? [] : headingsIn(child.children, depth + 1)),
        ]
      : [],
  );
}

type Wanted = readonly (readonly [number, string])[];

function wantedAs(text: string, wanted: Wanted): string | undefined {
  const starts = wanted.map(([, title]) => ({ title, start: bare(title.split('…')[0] ?? '') }));
  return starts.find(({ title, start }) =>
    title.includes('…') ? text.startsWith(start) : text === start,
  )?.start;
}

const isWanted =
  (wanted: Wanted) =>
  ({ text }: Heading): boolean =>
    wantedAs(text, wanted) !== undefined;

const shortAs =
  (wanted: Wanted) =>
  ({ depth, text }: Heading): Heading => ({ depth, text: wantedAs(text, wanted) ?? text });

function blocksIn(children: readonly Node[]): readonly Block[] {
  return children.flatMap((child) =>
    child.type === 'section' ? blocksIn(child.children) : [child],
  );
}

function textOf(block: Block): string {
  if (block.type === 'text') return squeezed(block.text);
  return squeezed(block.rows.flatMap(({ cells }) => cells).join(''));
}
