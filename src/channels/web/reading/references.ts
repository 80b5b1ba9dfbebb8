import type { Block, PlanDocument, Section, SectionKind } from '../../../model.ts';
import { type Item, itemsOf } from './reading-order.ts';

/** Their numbers are said wherever there are any; of others only the outermost two. */
const CHAPTERS: ReadonlySet<SectionKind> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'panel',
  'annex',
]);
const OUTERMOST = 2;

/** Quotation marks within quotation marks are single ones. */
const quoted = (words: string): string => `“${words.replace(/“/gu, '‘').replace(/”/gu, '’')}”`;

/** 第三章第二节, 一、（七）, “综合实力稳步提升”一段: as people point at a place of a plan. */
function placeOf(ancestors: readonly Section[], node: Section | Block): string {
  const chapters = ancestors.filter(({ kind }) => CHAPTERS.has(kind));
  const named = chapters.length > 0 ? chapters : ancestors.slice(0, OUTERMOST);
  const numbers = named
    .map(({ number, title }) => number?.replace(/\s|[.．]$/gu, '') ?? quoted(title))
    .join('');
  if (node.type === 'table' && node.title !== null) return `${numbers}表${quoted(node.title)}`;
  return numbers === '' && node.type === 'text' && node.lead !== null
    ? `${quoted(node.lead)}一段`
    : numbers;
}

/**
 * How each heading, text and row is referred to in writing: 《…》第三章第二节，第17页. The page is left out where
 * the text proves none.
 */
export function referencesOf(document: PlanDocument): ReadonlyMap<Item, string> {
  const places = new Map<Item, string>();
  const visit = (node: Section | Block, ancestors: readonly Section[]): void => {
    const within = node.type === 'section' ? [...ancestors, node] : ancestors;
    const place = placeOf(within, node);
    if (node.type === 'table')
      for (const item of [...node.rows, ...node.notes]) places.set(item, place);
    else places.set(node, place);
    if (node.type === 'section') for (const child of node.children) visit(child, within);
  };
  for (const child of document.children) visit(child, []);
  return new Map(
    [...itemsOf(document)].map((item) => {
      const page = item.page === null ? '' : `，第${item.page}页`;
      return [item, `《${document.info.title}》${places.get(item) ?? ''}${page}`];
    }),
  );
}
