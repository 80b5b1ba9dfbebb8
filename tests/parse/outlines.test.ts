import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingText } from '../../src/parse/heading-text.ts';
import { infoOf, type Node, parseText } from './documents.ts';

const CORPORA = join(import.meta.dirname, '../corpora');
const FOLDER = join(import.meta.dirname, '../fixtures/outlines');
const MAY_UPDATE = process.env.UPDATE_FIXTURES === '1';

/** One document of each way of setting headings; UPDATE_FIXTURES=1 writes the outlines anew, to be read before they are kept. */
const DOCUMENTS = [
  // Numbers and titles on lines of their own, under 一、 and （一）.
  'plans/anhui-2026-report',
  // 一是 with two phrases.
  'plans/ningxia-2026-report',
  // Leads on lines of their own, and a glossary.
  'plans/hainan-2026-report',
  'plans/qinghai-2026-report',
  // Unnumbered parts under which the numbers restart, and an annex of tasks.
  'plans/neimenggu-2026-report',
  // An annex of terms whose titles begin with figures.
  'plans/jiangxi-2026-report',
  // A bracket torn in two, and a trail of links at the head.
  'plans/yunnan-2026-report',
  // Titles and text on one line.
  'plans/national-9fyp',
  'plans/national-11fyp',
  // Contents with several entries a line, two headings on one.
  'plans/yunnan-10fyp',
  // Numbers that run on through the parts, duties of each.
  'policies/farm-machinery-2018',
  'policies/bonded-zones-2019',
  // A notice with its annex.
  'policies/vocational-education-2019',
  'policies/government-media-2018',
];

describe('the outline of a plan as published', () => {
  it.each(DOCUMENTS)('%s', (name) => {
    const text = readFileSync(join(CORPORA, `${name}.txt`), 'utf8');
    const { document } = parseText(text, infoOf('plan.txt', text));
    const outline = `${linesOf(document.children, 0).join('\n')}\n`;
    const path = join(FOLDER, `${name.split('/')[1]}.txt`);
    if (MAY_UPDATE) writeFileSync(path, outline);
    expect(existsSync(path), `${path} is missing`).toBe(true);
    expect(outline).toBe(readFileSync(path, 'utf8'));
  });
});

function linesOf(nodes: readonly Node[], depth: number): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'section'
      ? [
          `${'  '.repeat(depth)}${headingText(node)} [${node.kind}]`,
          ...linesOf(node.children, depth + 1),
        ]
      : [],
  );
}
