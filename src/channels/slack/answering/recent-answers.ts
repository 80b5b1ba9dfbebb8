import type { Answer } from '../../../model.ts';

const MOST = 500;
const MOST_IN_CONVERSATION = 50;
const KEPT_MS = 24 * 60 * 60 * 1000;

interface Kept {
  readonly answer: Answer;
  readonly channelId: string;
  readonly conversation: string | null;
  readonly untilMs: number;
}

export type RecentAnswer = Pick<Kept, 'answer' | 'channelId' | 'conversation'>;

/** Answers of today, to be copied or taken along; in memory only, as what is said in Slack is kept nowhere. */
export class RecentAnswers {
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  keep(answerId: string, recent: RecentAnswer): void {
    this.#kept.set(answerId, { ...recent, untilMs: this.#nowMs() + KEPT_MS });
    for (const [id, { untilMs }] of this.#kept)
      if (untilMs < this.#nowMs() || this.#kept.size > MOST) this.#kept.delete(id);
  }

  /** Only where it was given: undefined elsewhere, and for what is too old. */
  find(answerId: string, channelId: string): Answer | undefined {
    const kept = this.#kept.get(answerId);
    const isThere = kept?.channelId === channelId && kept.untilMs >= this.#nowMs();
    return isThere ? kept.answer : undefined;
  }

  /** Of one conversation, the oldest first. */
  of(conversation: string): readonly Answer[] {
    return [...this.#kept.values()]
      .filter((kept) => kept.conversation === conversation && kept.untilMs >= this.#nowMs())
      .map(({ answer }) => answer)
      .slice(-MOST_IN_CONVERSATION);
  }
}
