import type { Machine } from './machine.ts';
import type { Measurement } from './measure.ts';
import {
  type Column as ColumnOf,
  megabytes,
  renderMachine,
  renderTable,
  seconds,
  spreadColumns,
  whole,
} from './report-table.ts';

export interface Report {
  readonly machine: Machine;
  readonly measuredAt: Date;
  readonly measurements: readonly Measurement[];
}

type Column = ColumnOf<Measurement>;

const SCALE: Column = { title: 'Corpus', cell: ({ scale }) => `${scale}×` };

const CORPUS_COLUMNS: readonly Column[] = [
  SCALE,
  { title: 'Documents', cell: ({ documents }) => whole(documents) },
  { title: 'Text', cell: ({ textBytes }) => megabytes(textBytes) },
  { title: 'Passages', cell: ({ passages }) => whole(passages) },
  { title: 'Index', cell: ({ indexBytes }) => megabytes(indexBytes) },
];

const INGEST_COLUMNS: readonly Column[] = [
  SCALE,
  { title: 'Ingest', cell: ({ ingestSeconds }) => seconds(ingestSeconds) },
  {
    title: 'Passages a second',
    cell: ({ passages, ingestSeconds }) => whole(passages / ingestSeconds),
  },
  { title: 'Peak memory', cell: ({ ingestPeakBytes }) => megabytes(ingestPeakBytes) },
  { title: 'Nothing changed', cell: ({ unchangedSeconds }) => seconds(unchangedSeconds) },
  { title: 'Cold ask', cell: ({ coldAskSeconds }) => seconds(coldAskSeconds) },
];

const ANSWER_COLUMNS: readonly Column[] = [
  SCALE,
  { title: 'Opening', cell: ({ openSeconds }) => seconds(openSeconds) },
  { title: 'Questions', cell: ({ answers }) => whole(answers) },
  ...spreadColumns<Measurement>('First time', ({ firstMs }) => firstMs),
  ...spreadColumns<Measurement>('Warm', ({ againMs }) => againMs),
  { title: 'Peak memory', cell: ({ answersPeakBytes }) => megabytes(answersPeakBytes) },
];

export function renderReport({ machine, measuredAt, measurements }: Report): string {
  return `# Measured

${renderMachine(machine, measuredAt)}

Made by \`npm run bench\`. Beyond 1× the corpus is the seeds and copies of them with other place names and figures.

${renderTable(CORPUS_COLUMNS, measurements)}

## Building

Seconds are those of whole processes, Node's start included. *Nothing changed* is \`youju ingest\` once more, *cold ask*
is one \`youju ask\`; both are medians of several runs with the files in the system's cache.

${renderTable(INGEST_COLUMNS, measurements)}

## Answering

One process that stays up. Half as many questions again ask for places of the copies. *First time* is each question
asked once, the very first loads the segmenter's dictionary; *warm* is the same questions asked again. A conversation
counts as one question, though each of its turns is answered.

${renderTable(ANSWER_COLUMNS, measurements)}
`;
}
