import type { RespondFn } from '@slack/bolt';
import type { Logger } from '../../../log.ts';
import { waitingMessage } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { failureDetails } from './failure-reason.ts';
import type { Reply } from './reply.ts';
import { signWhile } from './sign-while.ts';

export interface PrivateReplyOptions {
  /** Says something within the acknowledgement; null where the surface has no such place. */
  readonly acknowledge: ((message: SlackMessage) => Promise<void>) | null;
  /** Through the response address: half an hour, five times. */
  readonly respond: RespondFn;
  /** Where neither went through. */
  readonly postPrivately: (message: SlackMessage) => Promise<void>;
  readonly log: Logger;
}

/** Never in place of the sign: neither a command nor another's message is one of ours to replace. */
const toResponse = ({ text, blocks }: SlackMessage) => ({
  response_type: 'ephemeral' as const,
  replace_original: false,
  text,
  blocks: [...blocks],
});

/** Seen by the asker alone. An answer that is there at once is itself the acknowledgement. */
export class PrivateReply implements Reply {
  /** Slack wants its acknowledgement soon. */
  readonly signAfterMs = 60;
  readonly #options: PrivateReplyOptions;
  #isAcknowledged: boolean = false;
  #hasSign: boolean = false;

  constructor(options: PrivateReplyOptions) {
    this.#options = options;
  }

  async wait(place: number | null): Promise<void> {
    if (this.#hasSign) return;
    this.#hasSign = true;
    const message = waitingMessage(place);
    if (!(await this.#acknowledge(message))) await this.#options.respond(toResponse(message));
  }

  /** Five messages are too few for an answer that grows. */
  async show(): Promise<void> {
    await this.wait(null);
  }

  halt(): void {
    // Nothing grows here.
  }

  async withdraw(): Promise<void> {
    // Nothing private has a message that could be deleted.
  }

  /** Gives the sign where what has to come before the answer takes long. */
  signWhile<Result>(work: Promise<Result>): Promise<Result> {
    return signWhile(work, this.signAfterMs, () => this.#waitOrLog());
  }

  async finish(messages: readonly SlackMessage[]): Promise<void> {
    const [first, ...others] = messages;
    if (!first) return;
    if (!(await this.#acknowledge(first))) await this.#deliver(first);
    for (const message of others) await this.#deliver(message);
  }

  async #waitOrLog(): Promise<void> {
    try {
      await this.wait(null);
    } catch (error) {
      this.#options.log.warn(failureDetails(error), 'no sign could be given');
    }
  }

  /** False where the acknowledgement was used up or did not go through. */
  async #acknowledge(message: SlackMessage): Promise<boolean> {
    const { acknowledge } = this.#options;
    if (this.#isAcknowledged || acknowledge === null) return false;
    this.#isAcknowledged = true;
    try {
      await acknowledge(message);
      return true;
    } catch (error) {
      // The connection broke under it; the response address is another way to the same person.
      this.#options.log.info(failureDetails(error), 'no answer in the acknowledgement');
      return false;
    }
  }

  async #deliver(message: SlackMessage): Promise<void> {
    try {
      await this.#options.respond(toResponse(message));
    } catch (error) {
      // The address has expired, or what it said was lost: better twice, for the asker alone, than never.
      this.#options.log.warn(failureDetails(error), 'no answer at the response address');
      await this.#options.postPrivately(message);
    }
  }
}
