import type { Block, Passage, PlanDocument, Section, Table, TextBlock } from '../model.ts';
import { frontPassages } from './front-passages.ts';
import { headingText, isOnlyHeading } from './heading-text.ts';
import { finishPassages, type PassageDraft } from './passage-draft.ts';
import { tablePassages } from './table-passages.ts';
import { textPassages } from './text-passages.ts';

type Node = Section | Block;

/** What is indexed of a document, in its order; no passage crosses a section. */
export function toPassages(document: PlanDocument): readonly Passage[] {
  const { children, info } = document;
  const drafts = [...rootOutline(document), ...passagesOf(children, [], null)];
  return finishPassages(
    info.id,
    drafts.filter((draft) => draft.text !== ''),
  );
}

function passagesOf(
  children: readonly Node[],
  path: readonly string[],
  section: Section | null,
): readonly PassageDraft[] {
  return runsOf(children).flatMap((run) => {
    if ('section' in run) return sectionPassages(run.section, path);
    if ('table' in run) return tablePassages(run.table, path);
    if (run.isFront) return frontPassages(run.blocks);
    return textPassages(
      run.blocks.filter((block) => saysMore(block, section)),
      path,
    );
  });
}

/** What only repeats the heading over other text is left out; an item that is one sentence is its own text. */
function saysMore(block: TextBlock, section: Section | null): boolean {
  if (!isOnlyHeading(block.text, section)) return true;
  return section?.children.length === 1 && /[。；]$/.test(block.text);
}

function sectionPassages(section: Section, path: readonly string[]): readonly PassageDraft[] {
  const inside = [...path, headingText(section)];
  return [...outlineOf(section, inside), ...passagesOf(section.children, inside, section)];
}

/** The headings of at least two parts, one a line, under their own. */
function outlineOf(section: Section, path: readonly string[]): readonly PassageDraft[] {
  const headings = childHeadings(section.children);
  if (headings.length < 2) return [];
  return [
    {
      kind: 'outline',
      headingPath: path,
      text: [headingText(section), ...headings].join('\n'),
      lines: section.lines,
      page: section.page,
    },
  ];
}

function rootOutline({ info, children }: PlanDocument): readonly PassageDraft[] {
  const headings = childHeadings(children);
  if (headings.length < 2) return [];
  const text = [info.title, ...headings].join('\n');
  return [
    {
      kind: 'outline',
      headingPath: [],
      text,
      // A title that only the catalogue knows is no quotation.
      quotable: isPrinted(info.title, children) ? text : headings.join('\n'),
      lines: [children[0]?.lines[0] ?? 1, children.at(-1)?.lines[1] ?? 1],
      page: null,
    },
  ];
}

function childHeadings(children: readonly Node[]): readonly string[] {
  return children.flatMap((child) => (child.type === 'section' ? [headingText(child)] : []));
}

function isPrinted(title: string, children: readonly Node[]): boolean {
  const squeeze = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
  const wanted = squeeze(title);
  return children.some((child) => child.type === 'text' && squeeze(child.text).includes(wanted));
}

type Run =
  | { readonly section: Section }
  | { readonly table: Table }
  | { readonly blocks: TextBlock[]; readonly isFront: boolean };

/** Texts that follow each other go together; sections and tables stand between. */
function runsOf(children: readonly Node[]): readonly Run[] {
  const runs: Run[] = [];
  for (const child of children) {
    if (child.type === 'section') runs.push({ section: child });
    else if (child.type === 'table') runs.push({ table: child });
    else {
      const isFront = child.kind === 'front';
      const last = runs.at(-1);
      if (last !== undefined && 'blocks' in last && last.isFront === isFront)
        last.blocks.push(child);
      else runs.push({ blocks: [child], isFront });
    }
  }
  return runs;
}
