import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { makeBomb, makeDocx, makePdf } from './made-files.ts';
import { type ReadResult, readResultSchema } from './process-results.ts';
import { type Column, megabytes, renderMachine, renderTable, seconds } from './report-table.ts';
import { runScript } from './run-process.ts';

export interface ReadMeasurement extends ReadResult {
  readonly what: string;
  readonly bytes: number;
}

const FILES = [
  { what: 'docx of 182 pages', name: 'plan.docx', make: makeDocx },
  { what: 'pdf of 182 pages', name: 'plan.pdf', make: makePdf },
  { what: 'docx that inflates to 2 GB', name: 'bomb.docx', make: makeBomb },
] as const;

/** Reads files made on the spot, each in a process of its own. */
export async function measureReading(
  folder: string,
  signal: AbortSignal,
): Promise<readonly ReadMeasurement[]> {
  const measured: ReadMeasurement[] = [];
  for (const { what, name, make } of FILES) {
    const file = join(folder, name);
    const content = make();
    await writeFile(file, content);
    const { stdout } = await runScript('./read-process.ts', [file], { env: {}, signal });
    const result = readResultSchema.parse(JSON.parse(stdout));
    measured.push({ what, bytes: content.length, ...result });
  }
  return measured;
}

const COLUMNS: readonly Column<ReadMeasurement>[] = [
  { title: 'File', cell: ({ what }) => what },
  { title: 'Size', cell: ({ bytes }) => megabytes(bytes) },
  { title: 'Outcome', cell: ({ outcome }) => outcome },
  { title: 'Time', cell: ({ readMs }) => seconds(readMs / 1000) },
  { title: 'Peak memory', cell: ({ peakBytes }) => megabytes(peakBytes) },
  { title: 'Grown by', cell: ({ grownBytes }) => megabytes(grownBytes) },
];

export const READING_TITLE = '## Reading files';

export function renderReading(
  measurements: readonly ReadMeasurement[],
  machine: Machine,
  measuredAt: Date,
): string {
  return `${READING_TITLE}

${renderMachine(machine, measuredAt)}

From the file to its passages, in a process that has just started; the start of the worker that reads is included.
*Grown by* is what the process held at most beyond what it held before it read. The bomb's directory calls it 1 MB.

${renderTable(COLUMNS, measurements)}
`;
}
