import type { Answer, AnswerSoFar } from '../../../model.ts';
import type { SlackMessage } from '../render/slack-message.ts';

/** Where one question's answer goes. Calls may come at any pace; each does what is due, in order. */
export interface Reply {
  /** An answer that is there before this needs no sign. */
  readonly signAfterMs: number;
  /** A first sign, before anything is known; how many questions come first, where that is worth saying. */
  wait(place: number | null): Promise<void>;
  /** What is proven so far. May leave some out to keep within limits. */
  show(soFar: AnswerSoFar): Promise<void>;
  /** Slack itself has ended what was growing, at the person's wish. */
  halt(): void;
  /** Takes back what was shown: the question is gone. */
  withdraw(): Promise<void>;
  /** The end, with the answer that the messages show if there is one. Rejects where nothing could be delivered. */
  finish(messages: readonly SlackMessage[], answer?: Answer): Promise<void>;
}
