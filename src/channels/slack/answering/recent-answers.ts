import type { Answer } from '../../../model.ts';
import { Expiring } from '../../expiring.ts';

const MOST = 500;
const MOST_IN_CONVERSATION = 50;
const KEPT_MS = 24 * 60 * 60 * 1000;

export interface RecentAnswer {
  readonly answer: Answer;
  readonly channelId: string;
  readonly conversation: string | null;
}

/** Answers of today, to be copied or taken along; in memory only, as what is said in Slack is kept nowhere. */
export class RecentAnswers {
  readonly #kept: Expiring<RecentAnswer>;

  constructor(nowMs: () => number) {
    this.#kept = new Expiring({ most: MOST, forMs: KEPT_MS, nowMs });
  }

  keep(answerId: string, recent: RecentAnswer): void {
    this.#kept.keep(answerId, recent);
  }

  /** Only where it was given: undefined elsewhere, and for what is too old. */
  find(answerId: string, channelId: string): Answer | undefined {
    const kept = this.#kept.find(answerId);
    return kept?.channelId === channelId ? kept.answer : undefined;
  }

  /** Of one conversation, the oldest first. */
  of(conversation: string): readonly Answer[] {
    return this.#kept
      .values()
      .filter((kept) => kept.conversation === conversation)
      .map(({ answer }) => answer)
      .slice(-MOST_IN_CONVERSATION);
  }
}
