import type { Machine } from './machine.ts';
import type { Spread } from './statistics.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
}

export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ title }) => title),
    columns.map(() => '---:'),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** On what and when it was measured. */
export const renderMachine = (machine: Machine, measuredAt: Date): string =>
  `${measuredAt.toISOString().slice(0, 10)}, commit ${machine.commit}.
${machine.cpu}, ${machine.cores} cores, ${gigabytes(machine.memoryBytes)}, ${machine.system}, load ${machine.load.toFixed(1)} before.
Node ${machine.node}, ${machine.packages.join(', ')}.`;

/** Median and what lies above it, in milliseconds. */
export const spreadColumns = <Row>(
  name: string,
  of: (row: Row) => Spread,
  shown: readonly (keyof Spread)[] = ['median', 'p95', 'max'],
): Column<Row>[] =>
  shown.map((key, at) => ({
    title: at === 0 ? `${name}: ${key}` : key,
    cell: (row) => milliseconds(of(row)[key]),
  }));

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const seconds = (value: number): string => `${value.toFixed(2)} s`;
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes: number): string => `${whole(bytes / 2 ** 20)} MB`;
const gigabytes = (bytes: number): string => `${whole(bytes / 2 ** 30)} GB`;
