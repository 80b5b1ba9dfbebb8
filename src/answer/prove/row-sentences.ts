import type { Passage } from '../../model.ts';

/** A cell of a table put as a sentence that gives it its name, year and unit. */
export interface CellSentence {
  /** Of the indicator, without its number and unit. */
  readonly name: string;
  readonly text: string;
  /** The unit the cell leaves to the name; empty where `text` says it. */
  readonly unitAside: string;
  readonly cell: 'base' | 'target' | 'change';
}

const YEAR_COLUMN = /^(\d{4})年$/u;
const UNIT = /[（(]([^（）()]*)[）)]\s*$/u;
const TOTAL = /^[[〔［]\s*(.+?)\s*[\]〕］]$/u;
const IS_CHANGE = /年均|累计|增速|增长/u;
const IS_RATE = /增长|增速/u;
const NUMBER = /\d+(?:\.\d+)?(?![\d.%])/gu;

interface Cell {
  readonly column: string;
  readonly value: string;
}

/** `title｜group｜column：value；…` as cells; what stands before them is left out. */
export const cellsOf = ({ text }: Passage): Cell[] =>
  (text.split('｜').at(-1) ?? '').split('；').map((part) => {
    const at = part.indexOf('：');
    return { column: part.slice(0, at).trim(), value: part.slice(at + 1).trim() };
  });

/** The name an indicator is printed with, without its number and unit. */
export const indicatorName = (printed: string): string =>
  printed.replace(/^[（(]\d+[）)]\s*/u, '').replace(UNIT, '');

/**
 * What the row of an indicator says, a sentence a cell. A cell of a year is of the indicator's unit, also where it is
 * printed without. The last column gives a total in brackets; a bare number there is a yearly rate only where the
 * indicator is one itself, else the column's own name is all that can be said of it.
 */
export function rowSentences(passage: Passage): CellSentence[] {
  const [first, ...others] = cellsOf(passage);
  if (!first) return [];
  const unit = UNIT.exec(first.value)?.[1] ?? '';
  const name = indicatorName(first.value);
  const years = others.flatMap(({ column }) => YEAR_COLUMN.exec(column)?.[1] ?? []);
  const inUnit = (head: string, value: string, cell: CellSentence['cell']): CellSentence[] => {
    const full = value.replace(NUMBER, `$&${unit}`);
    const sentence = { name, text: `${head}${full}。`, unitAside: '', cell };
    return full === value
      ? [sentence]
      : [sentence, { name, text: `${head}${value}。`, unitAside: unit, cell }];
  };
  return others.flatMap(({ column, value }): CellSentence[] => {
    const year = YEAR_COLUMN.exec(column)?.[1];
    if (year !== undefined)
      return inUnit(`${year}年${name}为`, value, year === years.at(-1) ? 'target' : 'base');
    if (!IS_CHANGE.test(column)) return [];
    const total = TOTAL.exec(value)?.[1];
    const whole = `${Number(years[0]) + 1}—${years.at(-1)}年${name}`;
    const bare =
      total === undefined ? `${whole}：${column}栏为${value}。` : `${whole}累计为${total}。`;
    return [
      { name, text: bare, unitAside: '', cell: 'change' },
      ...(total === undefined && IS_RATE.test(name)
        ? inUnit(`${whole}年均为`, value, 'change')
        : []),
    ];
  });
}
