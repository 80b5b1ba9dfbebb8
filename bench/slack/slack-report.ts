import type { Machine } from '../machine.ts';
import {
  type Column,
  megabytes,
  renderMachine,
  renderTable,
  spreadColumns,
  whole,
} from '../report-table.ts';
import type { AckMeasurement } from './measure-acks.ts';
import type { ChaosMeasurement } from './measure-chaos.ts';
import type { MemoryMeasurement } from './measure-memory.ts';
import type { PaceMeasurement } from './measure-pace.ts';
import type { Measured } from './run-part.ts';

export interface Measurements {
  readonly acks: readonly Measured<AckMeasurement>[];
  readonly paces: readonly Measured<PaceMeasurement>[];
  readonly chaos: readonly Measured<ChaosMeasurement>[];
  readonly memories: readonly Measured<MemoryMeasurement>[];
}

export interface SlackReport extends Measurements {
  readonly machine: Machine;
  readonly measuredAt: Date;
}

type Setting = Measured<object>;

const TRANSPORT: Column<Setting> = { title: 'Transport', cell: ({ transport }) => transport };
const LOAD: Column<Setting> = { title: 'Load before', cell: ({ load }) => load.toFixed(1) };
const SHOWN = ['median', 'p95', 'p99', 'max'] as const;

const ACK_COLUMNS: readonly Column<Measured<AckMeasurement>>[] = [
  TRANSPORT,
  LOAD,
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  { title: 'Events', cell: ({ events }) => whole(events) },
  { title: 'Under way, least', cell: ({ leastUnderWay }) => whole(leastUnderWay) },
  ...spreadColumns<Measured<AckMeasurement>>('Ack', ({ ackMs }) => ackMs, SHOWN),
];

const PACE_COLUMNS: readonly Column<Measured<PaceMeasurement>>[] = [
  TRANSPORT,
  LOAD,
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  ...spreadColumns<Measured<PaceMeasurement>>('First sign', ({ signMs }) => signMs, SHOWN),
  ...spreadColumns<Measured<PaceMeasurement>>('Answer', ({ answerMs }) => answerMs, SHOWN),
  { title: 'Of one core', cell: ({ processorShare }) => percent(processorShare) },
];

const CHAOS_COLUMNS: readonly Column<Measured<ChaosMeasurement>>[] = [
  TRANSPORT,
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  { title: 'Sent again', cell: ({ redelivered }) => whole(redelivered) },
  { title: 'Calls', cell: ({ calls }) => whole(calls) },
  { title: 'Failed or limited', cell: ({ struck }) => whole(struck) },
  { title: 'Sockets dropped', cell: ({ droppedSockets }) => whole(droppedSockets) },
  { title: 'kill -9', cell: ({ kills }) => whole(kills) },
  { title: 'One answer', cell: ({ answered }) => whole(answered) },
  { title: '… an apology', cell: ({ apologies }) => whole(apologies) },
  { title: 'Lost', cell: ({ lost }) => whole(lost) },
  { title: 'Doubled', cell: ({ doubled }) => whole(doubled) },
];

type Memory = Measured<MemoryMeasurement>;

const growth =
  (key: 'residentBytes' | 'heapBytes') =>
  ({ warm, end }: Memory): string =>
    percent(end[key] / warm[key] - 1);

const MEMORY_COLUMNS: readonly Column<Memory>[] = [
  TRANSPORT,
  { title: 'Minutes', cell: ({ minutes }) => minutes.toFixed(1) },
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  { title: 'Process: warm', cell: ({ warm }) => megabytes(warm.residentBytes) },
  { title: 'at the end', cell: ({ end }) => megabytes(end.residentBytes) },
  { title: 'growth', cell: growth('residentBytes') },
  { title: 'Objects: warm', cell: ({ warm }) => megabytes(warm.heapBytes) },
  { title: 'at the end', cell: ({ end }) => megabytes(end.heapBytes) },
  { title: 'growth', cell: growth('heapBytes') },
];

export function renderSlackReport(report: SlackReport): string {
  const { machine, measuredAt, acks, paces, chaos, memories } = report;
  return `# Measured in a Slack on loopback

${renderMachine(machine, measuredAt)}

Made by \`npm run bench:slack\`. The Slack is the one of the tests, with its people and its checks, in the bench's process;
\`youju serve\` runs in a process of its own on the same machine. Golden questions, two in three as mentions in channels
and one in three in direct messages, by so many people in so many channels that neither Slack's one post a second in a
channel nor Youju's own limits are what is measured. Nothing that Youju sent broke a rule of Slack.
${[
  renderPart(ACKS, ACK_COLUMNS, acks),
  renderPart(PACE, PACE_COLUMNS, paces),
  renderPart(CHAOS, CHAOS_COLUMNS, chaos),
  renderPart(MEMORY, MEMORY_COLUMNS, memories),
  ...memories.map(renderSamples),
].join('')}`;
}

const ACKS = `## Acknowledging while fifty questions are under way

Fifty people ask at the same moment and ask on as soon as they are answered. From Slack's handing an event over to its
acknowledgement; wanted: p99 of 100 ms at most.`;

const PACE = `## At an even pace

Asking does not wait for answers. From the question to the first message of the answer and to the whole of it; wanted
at five questions a second: p95 of 300 ms and 600 ms at most.`;

const CHAOS = `## When everything goes wrong

A fifth of the events is sent twice, 5 % of the calls fail with a 500 (half of them after they took effect), 5 % are
limited for a second, sockets drop every 20 seconds, and in the middle the process is killed and started anew. Wanted:
one answer to each question, none lost, none doubled.`;

const MEMORY = `## Memory under steady load

Five questions a second, and now and then feedback, sources, App Home and \`/plan\`. Measured twice a minute when all is
answered and all garbage is collected; *warm* is the median of several samples after the first fifth of the time, *at
the end* of as many last ones. Wanted: 10 % growth at most.`;

/** Nothing for what was not measured. */
const renderPart = <Row>(
  text: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string => (rows.length === 0 ? '' : `\n${text}\n\n${renderTable(columns, rows)}\n`);

const renderSamples = ({ transport, samples }: Memory): string =>
  `\nMemory of the process over ${transport}, sample by sample: ${samples
    .map(({ residentBytes }) => whole(residentBytes / 2 ** 20))
    .join(', ')} MB.\n`;

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
