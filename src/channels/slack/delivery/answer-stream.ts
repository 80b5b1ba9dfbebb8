import { webApi } from '@slack/bolt';
import type { AnswerSoFar } from '../../../model.ts';
import { toInertMarkdown } from '../render/inert-markdown.ts';
import type { Outbox } from './outbox.ts';
import type { StreamBudget } from './stream-budget.ts';

export interface StreamPlace {
  readonly channelId: string;
  readonly threadTs: string;
  readonly teamId: string;
  readonly userId: string;
}

/** To whom claims are streamed, and how many streams may still be started. */
export interface Streaming {
  readonly teamId: string;
  readonly userId: string;
  readonly budget: StreamBudget;
}

export interface StreamOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly channelId: string;
  readonly threadTs: string | null;
  readonly streaming: Streaming | null;
}

/** Undefined where no stream can be had: the caller posts and updates instead. */
export async function tryStream(
  { client, outbox, channelId, threadTs, streaming }: StreamOptions,
  soFar: AnswerSoFar,
): Promise<AnswerStream | undefined> {
  if (streaming === null || threadTs === null || !streaming.budget.take()) return undefined;
  const { teamId, userId } = streaming;
  try {
    return await outbox.send(
      'chat.startStream',
      () => AnswerStream.start(client, { channelId, threadTs, teamId, userId }, soFar),
      { giveUpAfterMs: 0, channelId },
    );
  } catch (error) {
    // Whatever Slack has against it, posting and updating does not need it.
    if (error instanceof webApi.SlackError) return undefined;
    throw error;
  }
}

/** The claims of an answer, appended to one streamed message as they are proven. */
export class AnswerStream {
  readonly #client: webApi.WebClient;
  readonly #channelId: string;
  readonly ts: string;
  #shown: number;

  private constructor(client: webApi.WebClient, channelId: string, ts: string, shown: number) {
    this.#client = client;
    this.#channelId = channelId;
    this.ts = ts;
    this.#shown = shown;
  }

  static async start(
    client: webApi.WebClient,
    { channelId, threadTs, teamId, userId }: StreamPlace,
    soFar: AnswerSoFar,
  ): Promise<AnswerStream> {
    const { ts } = await client.chat.startStream({
      channel: channelId,
      thread_ts: threadTs,
      recipient_team_id: teamId,
      recipient_user_id: userId,
      markdown_text: markdownOf(soFar, 0),
    });
    if (ts === undefined) throw new Error('a stream started without a ts');
    return new AnswerStream(client, channelId, ts, soFar.claims.length);
  }

  async show(soFar: AnswerSoFar): Promise<void> {
    if (soFar.claims.length <= this.#shown) return;
    const markdown_text = markdownOf(soFar, this.#shown);
    this.#shown = soFar.claims.length;
    await this.#client.chat.appendStream({ channel: this.#channelId, ts: this.ts, markdown_text });
  }

  async stop(): Promise<void> {
    await this.#client.chat.stopStream({ channel: this.#channelId, ts: this.ts });
  }
}

/** Claims from the given one on, a line each. */
const markdownOf = ({ claims }: AnswerSoFar, from: number): string =>
  claims
    .slice(from)
    .map(
      ({ text, citations }) =>
        `${toInertMarkdown(text)} ${citations.map((n) => `[${n}]`).join('')}\n`,
    )
    .join('');
