/** What a cell of an indicator table says. Only charts and sorting use the number; what is shown is as printed. */
export type PrintedValue =
  /** Print has no cell here. */
  | { readonly kind: 'missing' }
  /** —— */
  | { readonly kind: 'not-set'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  /** A number with a word that makes it less than exact: 4.5以内, 7左右, 25以上. */
  | { readonly kind: 'inexact'; readonly text: string; readonly number: number }
  /** Anything else: 完成市下达任务; two numbers. */
  | { readonly kind: 'words'; readonly text: string };

const NOT_SET = /^[—–-]+$/u;
const NUMBER =
  /^(?<before>(?:保持并?|力争)?(?:稳定在|控制在|达到|不低于|不高于|不超过|约))?(?<number>-?\d+(?:,\d{3})*(?:\.\d+)?)[%‰]?(?<after>左右|以上|以下|以内)?$/u;

export function readPrinted(cell: string | null): PrintedValue {
  if (cell === null) return { kind: 'missing' };
  const text = cell.trim();
  if (NOT_SET.test(text)) return { kind: 'not-set', text };
  const { number, before, after } =
    NUMBER.exec(text.normalize('NFKC').replace(/\s+/gu, ''))?.groups ?? {};
  if (number === undefined) return { kind: 'words', text };
  const isExact = before === undefined && after === undefined;
  return {
    kind: isExact ? 'number' : 'inexact',
    text,
    number: Number(number.replaceAll(',', '')),
  };
}

/** The number a chart draws; undefined where the cell is not one. */
export const numberOf = (value: PrintedValue): number | undefined =>
  value.kind === 'number' || value.kind === 'inexact' ? value.number : undefined;

/** As printed, or why there is nothing to print. */
export function sayPrinted(value: PrintedValue): string {
  if (value.kind === 'missing') return '原文此格缺失';
  return value.kind === 'not-set' ? `原文为“${value.text}”` : value.text;
}
