import { createColors } from 'picocolors';
import { toPlainLine } from '../plain-text.ts';
import { renderSections } from './render-outline.ts';
import type { Core } from './terminal.ts';

type Preview = Awaited<ReturnType<Core['preview']>>;
type FilePreview = Extract<Preview, { readonly ok: true }>;

/** What was read of a file, for a person to check before it is added. */
export function renderPreview(preview: Preview, colour: boolean): string {
  const colours = createColors(colour);
  if (!preview.ok) {
    const { code, message } = preview.error;
    return `${colours.red(`✗ ${code}`)}  ${toPlainLine(message)}`;
  }
  const { file, info, sections, warnings } = preview;
  return [
    colours.bold(toPlainLine(info.title)),
    colours.dim(toPlainLine(file)),
    ...factsOf(preview).map(([name, value]) => `  ${name}：${toPlainLine(value)}`),
    ...renderSections(sections, colours),
    ...warnings.map((warning) => colours.yellow(`  注意：${toPlainLine(warning)}`)),
  ].join('\n');
}

/** Name and value of what is known; the rest is left out. */
function factsOf({ info, pages, blocks, indicators, responsibilities }: FilePreview) {
  const tables = blocks.filter(({ type }) => type === 'table').length;
  const counts = [
    ...(pages === null ? [] : [`${pages} 页`]),
    `${tables} 张表`,
    `${indicators.length} 项指标`,
    `${responsibilities.length} 项任务分工`,
  ];
  const facts: readonly (readonly [string, string | null])[] = [
    ['简称', info.shortTitle],
    ['地区', info.region ?? '没有读出'],
    ['发文机关', info.issuer],
    ['文号', info.documentNumber],
    ['日期', info.issuedOn],
    ['规划期', info.period === null ? null : [...new Set(info.period)].join('—')],
    ['内容', counts.join('，')],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
