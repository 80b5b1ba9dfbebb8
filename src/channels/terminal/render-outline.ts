import { createColors } from 'picocolors';
import { gapAfterNumber } from '../heading-words.ts';
import { toPlainLine } from '../plain-text.ts';
import type { Core } from './terminal.ts';

type Outlines = Awaited<ReturnType<Core['outline']>>;
type Outline = Outlines[number];
type OutlineSection = Outline['sections'][number];
type Colours = ReturnType<typeof createColors>;

function renderSection(section: OutlineSection, depth: number, colours: Colours): string[] {
  const heading = toPlainLine(`${section.number ?? ''}${gapAfterNumber(section)}${section.title}`);
  const page = section.page === null ? '' : colours.dim(`  第${section.page}页`);
  const line = `${'  '.repeat(depth)}${heading}${page}`;
  return [line, ...section.children.flatMap((child) => renderSection(child, depth + 1, colours))];
}

/** A heading a line, indented by its depth. */
export const renderSections = (
  sections: readonly OutlineSection[],
  colours: Colours,
): readonly string[] => sections.flatMap((section) => renderSection(section, 1, colours));

function renderOutline(outline: Outline, colours: Colours): string {
  const counts = [
    ...(outline.pages === null ? [] : [`${outline.pages} 页`]),
    `${outline.indicators.length} 项指标`,
    `${outline.responsibilities.length} 项任务分工`,
  ];
  return [
    colours.bold(toPlainLine(outline.title)),
    colours.dim(`${outline.documentId}  ${counts.join('，')}`),
    ...renderSections(outline.sections, colours),
  ].join('\n');
}

/** Each document's heading tree, indented. */
export function renderOutlines(outlines: Outlines, colour: boolean): string {
  const colours = createColors(colour);
  return outlines.map((outline) => renderOutline(outline, colours)).join('\n\n');
}
