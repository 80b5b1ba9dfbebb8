import type {
  Block,
  Indicator,
  Passage,
  PlanDocument,
  Section,
  Table,
  TableRow,
} from '../model.ts';
import { ROW_NUMBER } from './table-grid.ts';

type Node = Section | Block;

const YEAR = /(20\d\d)\s*年/;
const LAST_BRACKET = /[（(]([^（()）]*)[）)]\s*$/;

/** Which column holds what; -1 where there is none. */
interface Columns {
  readonly name: number;
  readonly unit: number;
  readonly base: number;
  readonly target: number;
  readonly change: number;
  readonly property: number;
}

/** The rows of every table of main indicators, as data. */
export function indicatorsOf(
  document: PlanDocument,
  passages: readonly Passage[],
): readonly Indicator[] {
  const rowPassages = passages.filter((passage) => passage.kind === 'row');
  return tablesOf(document.children, document.info.title).flatMap(({ table, heading }) => {
    const columns = readColumns(table);
    if (columns === null) return [];
    const years = [columns.base, columns.target].map((column) =>
      Number(YEAR.exec(table.columns[column] ?? '')?.[1] ?? 0),
    );
    return table.rows.map((row, index) => ({
      documentId: document.info.id,
      number: rowNumber(row, columns) ?? index + 1,
      ...nameAndUnit(row, columns),
      group: row.group,
      baseYear: years[0] ?? 0,
      targetYear: years[1] ?? 0,
      base: row.cells[columns.base] ?? null,
      target: row.cells[columns.target] ?? null,
      change: row.cells[columns.change] ?? null,
      property: row.cells[columns.property] ?? null,
      note: noteOn(row, columns, table),
      tableTitle: table.title ?? heading,
      lines: row.lines,
      page: row.page,
      passageId:
        rowPassages.find(
          ({ quotable, lines }) => quotable === row.text && lines[0] === row.lines[0],
        )?.id ?? '',
    }));
  });
}

function tablesOf(
  children: readonly Node[],
  heading: string,
): readonly { table: Table; heading: string }[] {
  return children.flatMap((child) => {
    if (child.type === 'table') return [{ table: child, heading }];
    return child.type === 'section' ? tablesOf(child.children, child.title) : [];
  });
}

/** null where the table does not set two years against each other. */
function readColumns({ columns }: Table): Columns | null {
  const years = columns.flatMap((column, index) => (YEAR.test(column) ? [index] : []));
  const [base] = years;
  const target = years.at(-1);
  const name = columns.findIndex((column) => /指标|名称|项目/.test(column));
  if (base === undefined || target === undefined || base === target || name < 0) return null;
  return {
    name,
    unit: columns.findIndex((column) => /^(?:计量)?单位$/.test(column)),
    base,
    target,
    change: columns.findIndex((column) => /年均|累计|增速/.test(column)),
    property: columns.findIndex((column) => /属性|性质/.test(column)),
  };
}

function rowNumber(row: TableRow, columns: Columns): number | null {
  const inName = ROW_NUMBER.exec(row.cells[columns.name] ?? '')?.[1];
  const own = columns.name > 0 ? /^\d+$/.exec(row.cells[columns.name - 1] ?? '')?.[0] : undefined;
  const number = inName ?? own;
  return number === undefined ? null : Number(number);
}

function nameAndUnit(row: TableRow, columns: Columns): { name: string; unit: string | null } {
  const printed = bareName(row, columns);
  const bracket = LAST_BRACKET.exec(printed);
  const unit = row.cells[columns.unit] ?? bracket?.[1]?.trim() ?? null;
  return { name: bracket === null ? printed : printed.slice(0, bracket.index).trim(), unit };
}

function bareName(row: TableRow, columns: Columns): string {
  return (row.cells[columns.name] ?? '').replace(ROW_NUMBER, '').replace(/\s+/g, ' ').trim();
}

/** The notes that name the row and say something of it. */
function noteOn(row: TableRow, columns: Columns, table: Table): string | null {
  const { name } = nameAndUnit(row, columns);
  const notes = table.notes
    .map((note) =>
      note.text.replace(/^(?:注|备注|说明)\s*[:：]\s*/, '').replace(/^\d{1,2}[.．、]\s*/, ''),
    )
    .map((text) => text.replace(/[；;]$/, ''))
    .filter(
      (text) => squeeze(text).includes(squeeze(name)) && saysMoreThanNames(text, table, columns),
    );
  return notes.length === 0 ? null : notes.join('；');
}

/** A note that was cut off after the names says nothing. */
function saysMoreThanNames(text: string, table: Table, columns: Columns): boolean {
  const rest = table.rows
    .map((row) => squeeze(bareName(row, columns)))
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), squeeze(text));
  return /[\u4e00-\u9fff\d]/.test(rest);
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
