import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingText } from '../../src/parse/heading-text.ts';
import { infoOf, type Node, parseText } from './documents.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/parse');
const MAY_UPDATE = process.env.UPDATE_FIXTURES === '1';

/** `trait.txt` beside the tree it must give; UPDATE_FIXTURES=1 writes the trees anew, to be read before they are kept. */
describe('one trait of a text each', () => {
  const traits = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => basename(name, '.txt'));

  it.each(traits)('%s', (trait) => {
    const text = readFileSync(join(FOLDER, `${trait}.txt`), 'utf8');
    const parsed = parseText(text, infoOf(`${trait}.txt`, text));
    const tree = {
      title: parsed.document.info.title,
      pages: parsed.document.pages,
      children: parsed.document.children.map(inShort),
      ...(parsed.responsibilities.length > 0 && {
        responsibilities: parsed.responsibilities.map(
          ({ number, leads, supports }) =>
            `${number} 牵头 ${leads.join('、') || '无'} 配合 ${supports.join('、') || '无'}`,
        ),
      }),
    };
    const path = join(FOLDER, `${trait}.json`);
    if (MAY_UPDATE) writeFileSync(path, `${JSON.stringify(tree, null, 1)}\n`);
    expect(existsSync(path), `${trait}.json is missing`).toBe(true);
    expect(JSON.parse(JSON.stringify(tree))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
});

/** A tree that people can check: texts by their two ends. */
function inShort(node: Node): unknown {
  if (node.type === 'section') {
    return {
      [node.kind]: headingText(node),
      at: place(node),
      children: node.children.map(inShort),
    };
  }
  if (node.type === 'table') {
    return {
      table: node.title,
      at: place(node),
      columns: node.columns.join(' | '),
      rows: node.rows.map(({ group, cells }) => [group ?? '', ...cells].join(' | ')),
      notes: node.notes.map(({ text }) => text),
    };
  }
  return {
    [node.kind]:
      node.text.length <= 60 ? node.text : `${node.text.slice(0, 30)}……${node.text.slice(-20)}`,
    at: place(node),
    ...(node.lead !== null && { lead: node.lead }),
  };
}

function place({ lines, page }: Node): string {
  const range = lines[0] === lines[1] ? `${lines[0]}` : `${lines[0]}-${lines[1]}`;
  return page === null ? range : `${range} p${page}`;
}
