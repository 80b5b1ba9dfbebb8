import type { Machine } from './machine.ts';
import type { PageSights } from './page-browser.ts';
import type { Spread } from './statistics.ts';

export interface PageMeasurement {
  /** Compressed, by what was fetched. */
  readonly wireBytes: Readonly<Record<string, number>>;
  /** Of the scripts of an answer (those of the first page too), and of the reader. */
  readonly scriptBytes: { readonly answer: number; readonly reader: number };
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

/** What is promised: a figure, as it is shown, and what it may be at most. */
function limitsOf({ scriptBytes: { answer, reader }, sights }: PageMeasurement): string {
  const bytes: readonly (readonly [string, string, string])[] = [
    ['script of an answer and of the first page, compressed', kilobytes(answer), '25 kB'],
    ['script of the reader, compressed', kilobytes(reader), '40 kB'],
  ];
  if (sights === undefined) return tableOf(bytes);
  const { times, barriers } = sights;
  const { needingScripts, axeFindings, pages } = barriers;
  return tableOf([
    ['first answer shown after Enter, warm', milliseconds(times.answerMs), '80 ms'],
    [
      `a document of ${times.passages} paragraphs and rows: to its first text`,
      milliseconds(times.firstTextMs),
      '150 ms',
    ],
    ['the same: to the whole', milliseconds(times.wholeMs), '600 ms'],
    ...bytes,
    [
      `of ${pages} pages, those that say less with JavaScript off`,
      needingScripts.join(', ') || 'none',
      'the record',
    ],
    ['axe findings, every page, both themes, three widths', String(axeFindings.length), '0'],
  ]);
}

const tableOf = (lines: readonly (readonly [string, string, string])[]): string =>
  lines.map(([name, measured, most]) => `| ${name} | ${measured} | ${most} |`).join('\n');

const findingsIn = (findings: readonly string[]): string =>
  findings.length === 0 ? '' : `\n${findings.map((finding) => `- ${finding}`).join('\n')}\n`;

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
export function renderPageReport(
  measurement: PageMeasurement,
  machine: Machine,
  measuredAt: Date,
): string {
  const { wireBytes, serverMs, ratePerSecond, sights } = measurement;
  return `# Pages, measured

${measuredAt.toISOString().slice(0, 10)}, commit ${machine.commit}.
${machine.cpu}, ${machine.cores} cores, ${machine.system}, load ${machine.load.toFixed(1)} before. Node ${machine.node}.

Made by \`npm run bench:pages\`: \`youju serve\` on the seeds, asked from another process of the same machine.

| Medians, in a real Chromium | measured | at most |
| --- | ---: | ---: |
${limitsOf(measurement)}
${findingsIn(sights?.barriers.axeFindings ?? [])}
| Over the wire | compressed |
| --- | ---: |
${rows(wireBytes, (bytes) => [kilobytes(bytes)])}

| From asking to the last byte | median | p95 | max |
| --- | ---: | ---: | ---: |
${rows(serverMs, ({ median, p95, max }) => [median, p95, max].map(milliseconds))}

${ratePerSecond.toFixed(0)} documents a second, 20 readers at once, server and readers on the same cores.

${sightsIn(sights)}`;
}
