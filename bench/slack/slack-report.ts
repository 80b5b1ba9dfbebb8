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
import type { BurstMeasurement } from './measure-burst.ts';
import type { ChaosMeasurement } from './measure-chaos.ts';
import type { CutStreamsMeasurement } from './measure-cut-streams.ts';
import type { MemoryMeasurement } from './measure-memory.ts';
import type { PaceMeasurement } from './measure-pace.ts';
import type { Measured } from './run-part.ts';

export interface Measurements {
  readonly acks: readonly Measured<AckMeasurement>[];
  readonly paces: readonly Measured<PaceMeasurement>[];
  readonly bursts: readonly Measured<BurstMeasurement>[];
  readonly chaos: readonly Measured<ChaosMeasurement>[];
  readonly streams: readonly Measured<CutStreamsMeasurement>[];
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
  ...spreadColumns<Measured<AckMeasurement>>('The first fifty', ({ burstMs }) => burstMs, SHOWN),
];

const PACE_COLUMNS: readonly Column<Measured<PaceMeasurement>>[] = [
  TRANSPORT,
  LOAD,
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  ...spreadColumns<Measured<PaceMeasurement>>('First sign', ({ signMs }) => signMs, SHOWN),
  ...spreadColumns<Measured<PaceMeasurement>>('Answer', ({ answerMs }) => answerMs, SHOWN),
  { title: 'Of one core', cell: ({ processorShare }) => percent(processorShare) },
];

const BURST_COLUMNS: readonly Column<Measured<BurstMeasurement>>[] = [
  TRANSPORT,
  LOAD,
  { title: 'Questions', cell: ({ questions }) => whole(questions) },
  { title: 'Answered', cell: ({ answered }) => whole(answered) },
  { title: 'Doubled', cell: ({ doubled }) => whole(doubled) },
  ...spreadColumns<Measured<BurstMeasurement>>('Answer', ({ waitMs }) => waitMs, SHOWN),
];

const STREAM_COLUMNS: readonly Column<Measured<CutStreamsMeasurement>>[] = [
  TRANSPORT,
  { title: 'kill -9', cell: ({ kills }) => whole(kills) },
  { title: 'While streaming', cell: ({ cut }) => whole(cut) },
  { title: 'Finished', cell: ({ finished }) => whole(finished) },
  { title: 'Doubled', cell: ({ doubled }) => whole(doubled) },
  { title: 'The last after', cell: ({ longestSeconds }) => `${longestSeconds.toFixed(1)} s` },
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

/** Parts that were not measured now are as an earlier report has them. */
export function renderSlackReport(report: SlackReport, earlier = ''): string {
  const { machine, measuredAt, acks, paces, bursts, chaos, streams, memories } = report;
  const when = `Measured ${measuredAt.toISOString().slice(0, 10)}, commit ${machine.commit}.`;
  const known = partsOf(earlier);
  const parts = [
    renderPart(ACKS, [when, renderTable(ACK_COLUMNS, acks)], acks),
    renderPart(PACE, [when, renderTable(PACE_COLUMNS, paces)], paces),
    renderPart(BURST, [when, renderTable(BURST_COLUMNS, bursts)], bursts),
    renderPart(CHAOS, [when, renderTable(CHAOS_COLUMNS, chaos)], chaos),
    renderPart(STREAMS, [when, renderTable(STREAM_COLUMNS, streams)], streams),
    renderPart(
      MEMORY,
      [when, renderTable(MEMORY_COLUMNS, memories), ...memories.map(renderSamples)],
      memories,
    ),
  ];
  return `# Measured in a Slack on loopback

${renderMachine(machine, measuredAt)}

Made by \`npm run bench:slack\`. The Slack is the one of the tests, with its people and its checks, in the bench's process;
\`youju serve\` runs in a process of its own on the same machine. Golden questions, two in three as mentions in channels
and one in three in direct messages, by so many people in so many channels that neither Slack's one post a second in a
channel nor Youju's own limits are what is measured. Nothing that Youju sent broke a rule of Slack.
${parts.map(({ title, text }) => text ?? known.get(title) ?? '').join('')}`;
}

interface PartText {
  readonly title: string;
  readonly about: string;
}

const ACKS: PartText = {
  title: 'Acknowledging while fifty questions are under way',
  about: `Fifty people ask at the same moment and ask on as soon as they are answered. From Slack's handing an event over to its
acknowledgement; wanted while they are under way: p99 of 100 ms at most. The first fifty come all at once to a process
that was asked nothing yet.`,
};

const PACE: PartText = {
  title: 'At an even pace',
  about: `Asking does not wait for answers. From the question to the first message of the answer and to the whole of it; wanted
at five questions a second: p95 of 300 ms and 600 ms at most.`,
};

const BURST: PartText = {
  title: 'Two hundred direct messages in ten seconds',
  about: `Everybody writes at once, half of them from another workspace of the same organisation, and Slack limits calls as it
does. Each is to be answered once; wanted: p50 of 20 s and p95 of 60 s at most.`,
};

const STREAMS: PartText = {
  title: 'Killed while an answer streams',
  about: `The process is killed while an answer is being written, and started anew. Wanted: each finished or said to be cut off
within 60 s of the restart, none doubled.`,
};

const CHAOS: PartText = {
  title: 'When everything goes wrong',
  about: `A fifth of the events is sent twice, 5 % of the calls fail with a 500 (half of them after they took effect), 5 % are
limited for a second, sockets drop every 20 seconds, and in the middle the process is killed and started anew. Wanted:
one answer to each question, none lost, none doubled.`,
};

const MEMORY: PartText = {
  title: 'Memory under steady load',
  about: `Five questions a second, and now and then feedback, sources, App Home and \`/plan\`. Measured twice a minute when all is
answered and all garbage is collected; *warm* is the median of several samples after the first fifth of the time, *at
the end* of as many last ones. Wanted: 10 % growth at most.`,
};

/** Without text where nothing was measured. */
function renderPart(
  { title, about }: PartText,
  paragraphs: readonly string[],
  { length }: readonly object[],
): { readonly title: string; readonly text?: string } {
  if (length === 0) return { title };
  return { title, text: `\n## ${[title, about, ...paragraphs].join('\n\n')}\n` };
}

/** By their titles. */
const partsOf = (report: string): ReadonlyMap<string, string> =>
  new Map(
    report
      .split(/^## /mu)
      .slice(1)
      .map((part) => [part.split('\n', 1)[0] ?? '', `\n## ${part.trimEnd()}\n`]),
  );

const renderSamples = ({ transport, samples }: Memory): string =>
  `Memory of the process over ${transport}, sample by sample: ${samples
    .map(({ residentBytes }) => whole(residentBytes / 2 ** 20))
    .join(', ')} MB.`;

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
