import { expect, test } from 'vitest';
import { contentsOf, type Entry } from '../../src/channels/contents.ts';
import { nearestHeadings } from '../../src/channels/web/reading/nearest-headings.ts';
import type { PlanDocument, Section, TextBlock } from '../../src/model.ts';
import { sampleInfo } from './sample-document.ts';

const section = (number: string, title: string, children: readonly Section[] = []): Section => ({
  type: 'section',
  kind: 'chapter',
  number,
  title,
  lines: [1, 1],
  headingLines: [1, 1],
  page: null,
  children,
});

const lead = (words: string): TextBlock => ({
  type: 'text',
  kind: 'paragraph',
  text: `${words}。`,
  lead: words,
  lines: [1, 1],
  page: null,
});

const contents = (...children: PlanDocument['children']): readonly Entry[] =>
  contentsOf({ info: sampleInfo, pages: null, children });

const all = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap((entry) => [entry, ...all(entry.children)]);

const titleOf = ({ node }: Entry): string | null =>
  node.type === 'section' ? node.title : node.lead;

const idsByTitle = (entries: readonly Entry[]) =>
  new Map(all(entries).map((entry) => [titleOf(entry), entry.id]));

const PLAN = [
  section('第一章', '发展基础', [section('第一节', '发展成就'), section('第二节', '发展环境')]),
  section('第二章', '总体要求', [section('第一节', '指导思想')]),
];

test('a heading keeps its id when others come, go or take its number', () => {
  const before = idsByTitle(contents(...PLAN));
  const after = idsByTitle(
    contents(
      section('第一章', '前言'),
      section('第二章', '发展基础', [section('第一节', '发展环境')]),
      section('第三章', '总体\n要求', [
        section('第一节', '基本原则'),
        section('第二节', '指导思想'),
      ]),
    ),
  );
  for (const title of ['发展基础', '发展环境', '指导思想'])
    expect(after.get(title), title).toBe(before.get(title));
  expect(after.get('总体\n要求')).toBe(before.get('总体要求'));
  expect([...before.values()]).not.toContain(after.get('基本原则'));
});

test('no two headings share an id, however alike', () => {
  const entries = all(
    contents(
      section('一、', '保障措施', [section('1.', '保障措施'), section('2.', '')]),
      section('二、', '保障措施', [section('1.', '保障措施'), section('2.', '')]),
      lead('加强组织领导'),
      lead('加强督促检查'),
      lead('加强组织领导'),
    ),
  );
  expect(entries).toHaveLength(9);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(9);
  for (const { id } of entries) expect(id).toMatch(/^s(?:-[0-9a-f]{8}(?:_\d)?)+$/u);
});

test('an id that is gone is nearest to where its words stand now, and to what stood above it', () => {
  const gone = idsByTitle(contents(...PLAN)).get('发展环境') ?? '';
  const now = contents(
    section('第一章', '发展基础', [section('第一节', '发展成就')]),
    section('第二章', '形势', [section('第一节', '发展环境')]),
  );
  expect(nearestHeadings(gone, now).map(titleOf)).toEqual(['发展环境', '发展基础']);
  for (const id of ['s-1-2', 's-', 's', '']) expect(nearestHeadings(id, now), id).toEqual([]);
});
