import type { types } from '@slack/bolt';
import type { Answer, DocumentInfo } from '../../../model.ts';
import { toPlainText } from '../../plain-text.ts';
import { type AnswerLine, answerLines, marksOf } from './answer-lines.ts';
import { shortTitleOf } from './sources.ts';
import { shorten } from './split-text.ts';

/** A comparison set as a table, and the lines that do not belong to one of its rows. */
export interface Comparison {
  readonly table: types.TableBlock;
  readonly others: readonly AnswerLine[];
}

const MAX_ROWS = 100;
const MAX_CELLS_CHARS = 10_000;
const MAX_LABEL_CHARS = 60;

interface Row {
  readonly title: string;
  /** The outermost heading: of an annual plan it tells last year's results from this year's aims. */
  readonly chapter: string;
  readonly line: AnswerLine;
}

/**
 * One row a claim, beside the document it is proven by, or beside the chapter where one document is compared with
 * itself. Words are the claims' own. Undefined where there is nothing side by side, or too much for a table.
 */
export function comparisonTable(
  answer: Answer,
  documents: readonly DocumentInfo[],
): Comparison | undefined {
  if (answer.kind !== 'comparison') return undefined;
  const lines = answerLines(answer);
  const rows = lines.flatMap((line) => rowOf(line, answer, documents) ?? []);
  const byTitle = differs(rows.map(({ title }) => title));
  if (!byTitle && !differs(rows.map(({ chapter }) => chapter))) return undefined;
  const cells = [
    [byTitle ? '文件' : '章节', '内容', '依据'],
    ...rows.map(({ title, chapter, line }) => [
      shorten((byTitle ? title : chapter) || title, MAX_LABEL_CHARS),
      line.text,
      marksOf(line.citations),
    ]),
  ];
  const size = cells.flat().reduce((sum, cell) => sum + cell.length, 0);
  if (cells.length > MAX_ROWS || size > MAX_CELLS_CHARS) return undefined;
  const taken = new Set(rows.map(({ line }) => line));
  return {
    table: {
      type: 'table',
      rows: cells.map((row) => row.map((text) => ({ type: 'raw_text', text: toPlainText(text) }))),
      column_settings: [{ is_wrapped: true }, { is_wrapped: true }, { is_wrapped: false }],
    },
    others: lines.filter((line) => !taken.has(line)),
  };
}

const differs = (labels: readonly string[]): boolean => new Set(labels).size > 1;

/** Undefined for a line that no single document proves, such as an order of several. */
function rowOf(
  line: AnswerLine,
  { citations }: Answer,
  documents: readonly DocumentInfo[],
): Row | undefined {
  const proofs = citations.filter(({ n }) => line.citations.includes(n));
  const [first] = proofs;
  if (!first || proofs.some(({ documentId }) => documentId !== first.documentId)) return undefined;
  return {
    title: shortTitleOf(first, documents),
    chapter: first.headingPath[0] ?? '',
    line,
  };
}
