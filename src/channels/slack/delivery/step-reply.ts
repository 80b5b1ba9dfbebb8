import type { Answer } from '../../../model.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import type { Outbox } from './outbox.ts';
import type { Reply } from './reply.ts';

export interface StepOutputs {
  readonly answer: string;
  readonly found: boolean;
}

export interface StepReplyOptions {
  readonly outbox: Outbox;
  readonly complete: (outputs: StepOutputs) => Promise<unknown>;
  readonly fail: (reason: string) => Promise<unknown>;
}

/** What a workflow goes on with. Nobody watches, so there is nothing to show before the end. */
export class StepReply implements Reply {
  /** As late as a timer goes. */
  readonly signAfterMs = 2 ** 31 - 1;
  readonly #options: StepReplyOptions;

  constructor(options: StepReplyOptions) {
    this.#options = options;
  }

  async wait(): Promise<void> {
    // Nobody watches.
  }

  async show(): Promise<void> {
    // Nobody watches.
  }

  halt(): void {
    // Nothing grows here.
  }

  async withdraw(): Promise<void> {
    // No message asked for it.
  }

  async finish([notice]: readonly SlackMessage[], answer?: Answer): Promise<void> {
    const { outbox, complete, fail } = this.#options;
    if (answer) await outbox.send('functions.completeSuccess', () => complete(outputsOf(answer)));
    else await outbox.send('functions.completeError', () => fail(notice?.text ?? ''));
  }
}

function outputsOf({ answer, outcome, citations }: Answer): StepOutputs {
  const sources = citations.map(({ n, documentTitle, headingPath, quote }) =>
    [`[${n}] ${documentTitle}`, ...headingPath, `「${quote}」`].join(' '),
  );
  return { answer: [answer, ...sources].join('\n'), found: outcome === 'answered' };
}
