import type { Machine } from './machine.ts';
import type { WordingMeasurement } from './measure-wording.ts';
import { type Column, renderMachine, renderTable, spreadColumns, whole } from './report-table.ts';
import type { Spread } from './statistics.ts';

interface Row {
  readonly what: string;
  readonly counted: number;
  readonly spread: Spread;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: '', cell: ({ what }) => what },
  { title: 'Of', cell: ({ counted }) => whole(counted) },
  ...spreadColumns<Row>('Time', ({ spread }) => spread, ['median', 'p95', 'p99', 'max']),
];

/** What \`npm run bench:model\` found, as Markdown. */
export const renderWordingReport = (
  { questions, claims, claimMs, firstClaimMs, crowd }: WordingMeasurement,
  machine: Machine,
  measuredAt: Date,
): string => `# What checking a model's words costs, measured

${renderMachine(machine, measuredAt)}

Made by \`npm run bench:model\`: ${whole(questions)} golden questions, worded claim by claim by a model of the tests that says what
the documents say. Only our own work is measured, not the model's or the network's. Wanted: 5 ms a claim, and the
first claim shown 50 ms after its last letter came. In the last row all questions are worded at once, each model
writing without end, and what is measured is how late anything else, e.g. an event of Slack's, comes to its turn.

${renderTable(COLUMNS, [
  { what: 'A claim: proven and shown after its last letter', counted: claims, spread: claimMs },
  { what: 'The first claim of an answer', counted: questions, spread: firstClaimMs },
  {
    what: 'Fifty questions at once: how late the others',
    counted: crowd.questions,
    spread: crowd.lateMs,
  },
])}
`;
