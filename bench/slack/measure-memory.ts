import { medianOf } from '../statistics.ts';
import { askSteadily } from './ask-steadily.ts';
import { lookRound } from './look-round.ts';
import type { Session } from './session.ts';

export interface MemorySample {
  readonly minute: number;
  /** Held by the process. */
  readonly residentBytes: number;
  /** Held by its objects. */
  readonly heapBytes: number;
}

export interface MemoryMeasurement {
  readonly minutes: number;
  readonly questions: number;
  readonly samples: readonly MemorySample[];
  /** After the warm-up and at the end: medians over several samples. */
  readonly warm: Omit<MemorySample, 'minute'>;
  readonly end: Omit<MemorySample, 'minute'>;
}

export interface MemoryOptions {
  readonly minutes: number;
  readonly perSecond: number;
}

const SAMPLES_A_MINUTE = 2;
/** Of the samples: so many belong to the warm-up, and so many after it and at the end are compared. */
const WARM_UP_SHARE = 0.2;
const COMPARED_SHARE = 0.1;
/** People also press buttons and use the other ways to ask. */
const LOOK_ROUND_EVERY = 10;
const SETTLED_WITHIN_MS = 120_000;
const KEPT_MS = 60_000;

/** Asks for so long, and looks at the memory each time all is answered and all garbage collected. */
export async function measureMemory(
  session: Session,
  { minutes, perSecond }: MemoryOptions,
): Promise<MemoryMeasurement> {
  const { slack, asker } = session;
  const samples: MemorySample[] = [];
  const count = Math.round((perSecond * 60) / SAMPLES_A_MINUTE);
  const startedMs = Date.now();
  const ask = async (at: number): Promise<void> => {
    const asked = await asker.ask();
    if (at % LOOK_ROUND_EVERY === 0) await lookRound(session, asked);
  };
  while (samples.length < minutes * SAMPLES_A_MINUTE) {
    await askSteadily({ perSecond, count, ask });
    await session.untilIdle(SETTLED_WITHIN_MS);
    slack.forgetBefore(Date.now() - KEPT_MS);
    samples.push({ minute: (Date.now() - startedMs) / 60_000, ...(await memoryOf(session)) });
  }
  const from = Math.floor(samples.length * WARM_UP_SHARE);
  const compared = Math.max(1, Math.floor(samples.length * COMPARED_SHARE));
  return {
    minutes: (Date.now() - startedMs) / 60_000,
    questions: count * samples.length,
    samples,
    warm: middleOf(samples.slice(from, from + compared)),
    end: middleOf(samples.slice(-compared)),
  };
}

async function memoryOf(session: Session): Promise<Omit<MemorySample, 'minute'>> {
  const youju = session.youju();
  await youju.collectGarbage();
  return {
    residentBytes: await youju.metric('youju_process_resident_memory_bytes'),
    heapBytes: await youju.metric('youju_nodejs_heap_size_used_bytes'),
  };
}

const middleOf = (samples: readonly MemorySample[]): Omit<MemorySample, 'minute'> => ({
  residentBytes: medianOf(samples.map(({ residentBytes }) => residentBytes)),
  heapBytes: medianOf(samples.map(({ heapBytes }) => heapBytes)),
});
