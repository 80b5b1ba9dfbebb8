import type { Machine } from './machine.ts';
import type { HonestFigures } from './measure-honest.ts';
import { type Column, renderMachine, renderTable, whole } from './report-table.ts';

const two = (value: number): string => (Number.isNaN(value) ? '—' : value.toFixed(2));

const COLUMNS: readonly Column<HonestFigures>[] = [
  { title: 'Set', cell: ({ set }) => set },
  { title: 'Worded', cell: ({ wording }) => wording },
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  { title: 'Right', cell: ({ right }) => two(right) },
  { title: 'Offline', cell: ({ rightOffline }) => two(rightOffline) },
  { title: 'Unanswerable: said so', cell: ({ refused }) => two(refused) },
  { title: 'Held by the evidence', cell: ({ inEvidence }) => two(inEvidence) },
  { title: 'Shown at first', cell: ({ shownAtFirst }) => two(shownAtFirst) },
  { title: 'Shown', cell: ({ shown }) => two(shown) },
  { title: 'Lies told', cell: ({ lies }) => whole(lies.told) },
  { title: 'Lies shown', cell: ({ lies }) => whole(lies.shown) },
  { title: 'Ms a claim', cell: ({ lies }) => lies.msPerClaim.toFixed(1) },
  { title: 'Tokens', cell: ({ tokens }) => whole(Math.round(tokens)) },
  { title: 'Seconds', cell: ({ seconds }) => two(seconds) },
];

/** What `npm run bench:model` found, as Markdown. */
export const renderHonestReport = (
  figures: readonly HonestFigures[],
  machine: Machine,
  measuredAt: Date,
): string => `# What a model that is honest comes to, measured

${renderMachine(machine, measuredAt)}

Made by \`npm run bench:model\`: a model of the tests says what somebody wrote who had read the documents
(\`tests/golden/honest\`), near to their words (plain) and free of them, as far as the evidence it is given holds the
quotations. Sets that end in “aside” were kept from those who improved the checks. *Held by the evidence* is of stored
sentences, *shown* of those told. Lies are the stored sentences with one thing turned false, in every way the tests know,
with their true quotations; *ms a claim* is our proof of one, true or not. Tokens and seconds are of a question; the seconds are our own work, the model takes none.

${renderTable(COLUMNS, figures)}
`;
