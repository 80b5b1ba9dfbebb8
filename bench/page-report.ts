import type { Machine } from './machine.ts';
import type { PageSights } from './page-browser.ts';
import type { Spread } from './statistics.ts';

export interface PageMeasurement {
  /** Compressed, by what was fetched. */
  readonly wireBytes: Readonly<Record<string, number>>;
  readonly serverMs: Readonly<Record<string, Spread>>;
  readonly ratePerSecond: number;
  /** Undefined where there is no Chromium. */
  readonly sights: PageSights | undefined;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (ms: number): string => `${ms.toFixed(1)} ms`;

const rows = <Value>(
  values: Readonly<Record<string, Value>>,
  cells: (value: Value) => readonly string[],
): string =>
  Object.entries(values)
    .map(([name, value]) => `| ${[name, ...cells(value)].join(' | ')} |`)
    .join('\n');

const sightsIn = (sights: PageSights | undefined): string =>
  sights === undefined
    ? 'There was no Chromium to look with.\n'
    : `| Opened in Chromium | largest paint, median |
| --- | ---: |
${rows(sights.paintMs, (paint) => [milliseconds(paint)])}

Layout shift while answers stream in: ${sights.answerShift.toFixed(4)}. Scrolling the longest document, 19 of 20
frames take at most ${milliseconds(sights.frameMs)}.
`;

/** What \`npm run bench:pages\` found, as Markdown. */
export const renderPageReport = (
  { wireBytes, serverMs, ratePerSecond, sights }: PageMeasurement,
  machine: Machine,
  measuredAt: Date,
): string => `# Pages, measured

${measuredAt.toISOString().slice(0, 10)}, commit ${machine.commit}.
${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)} before. Node ${machine.node}.

Made by \`npm run bench:pages\`: \`youju serve\` on the seeds, asked from another process of the same machine.

| Over the wire | compressed |
| --- | ---: |
${rows(wireBytes, (bytes) => [kilobytes(bytes)])}

| From asking to the last byte | median | p95 | max |
| --- | ---: | ---: | ---: |
${rows(serverMs, ({ median, p95, max }) => [median, p95, max].map(milliseconds))}

${ratePerSecond.toFixed(0)} documents a second, 20 readers at once, server and readers on the same cores.

${sightsIn(sights)}`;
