import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { AnswerContext } from '../src/answer/answer-question.ts';
import { converse } from '../src/conversation/converse.ts';
import type { ChatEndpoint } from '../src/endpoint/chat-endpoint.ts';
import type { Answer } from '../src/model.ts';
import { createFakeChat, modelOf, wording } from '../tests/answer/wording/fake-chat.ts';
import { honestWording } from '../tests/answer/wording/honest-wording.ts';
import { type Spread, spreadOf } from './statistics.ts';

export interface WordingMeasurement {
  readonly questions: number;
  /** Shown, of all questions. */
  readonly claims: number;
  /** From having the last letter of a claim to having it proven and shown. */
  readonly claimMs: Spread;
  /** The same of the first claim of each answer. */
  readonly firstClaimMs: Spread;
  readonly crowd: CrowdMeasurement;
}

/** Questions worded all at once. */
export interface CrowdMeasurement {
  readonly questions: number;
  /** How late the event loop came to what had come in meanwhile. */
  readonly lateMs: Spread;
}

const CROWD = 50;
/** Of a model that writes quickly. */
const PAUSE_MS = 10;
const NO_LIMIT = { answerMs: 600_000, tokensPerAnswer: 10_000 };

/** Words the questions after an honest model's fashion, one by one and fifty at once. */
export async function measureWording(
  plain: AnswerContext,
  questions: readonly string[],
): Promise<WordingMeasurement> {
  const offline = new Map<string, Answer>();
  for (const question of questions)
    offline.set(question, (await converse(question, plain, {})).answer);
  const chat = createFakeChat((data) => {
    const answer = offline.get(data.question);
    return answer === undefined ? wording([]) : honestWording(answer, data);
  });
  const claimMs: number[] = [];
  const firstClaimMs: number[] = [];
  const ask = asker(plain, chat);
  for (const question of questions) {
    let fromMs = 0;
    const shownMs: number[] = [];
    await ask(question, {
      onDelta: () => {
        fromMs = performance.now();
      },
      onClaim: () => shownMs.push(performance.now() - fromMs),
    });
    claimMs.push(...shownMs);
    firstClaimMs.push(...shownMs.slice(0, 1));
  }
  return {
    questions: questions.length,
    claims: claimMs.length,
    claimMs: spreadOf(claimMs),
    firstClaimMs: spreadOf(firstClaimMs),
    crowd: await measureCrowd(ask, questions.slice(0, CROWD)),
  };
}

interface Listening {
  readonly onDelta: () => void | Promise<void>;
  readonly onClaim: () => void;
}

type Ask = (question: string, listening: Listening) => Promise<void>;

const asker =
  (plain: AnswerContext, chat: ChatEndpoint): Ask =>
  async (question, { onDelta, onClaim }) => {
    const heard: ChatEndpoint = {
      model: chat.model,
      async *stream(request, options) {
        for await (const delta of chat.stream(request, options)) {
          await onDelta();
          yield delta;
        }
      },
    };
    const model = await modelOf(heard, NO_LIMIT);
    await converse(question, { ...plain, model }, { onClaim });
  };

async function measureCrowd(ask: Ask, questions: readonly string[]): Promise<CrowdMeasurement> {
  const late = monitorEventLoopDelay({ resolution: 1 });
  const onDelta = (): Promise<void> => setTimeout(PAUSE_MS);
  late.enable();
  await Promise.all(
    questions.map((question) => ask(question, { onDelta, onClaim: () => undefined })),
  );
  late.disable();
  const ms = (percentile: number): number => late.percentile(percentile) / 1e6;
  return {
    questions: questions.length,
    lateMs: { median: ms(50), p95: ms(95), p99: ms(99), max: late.max / 1e6 },
  };
}
