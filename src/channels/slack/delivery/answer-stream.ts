import { webApi } from '@slack/bolt';
import type { AnswerSoFar } from '../../../model.ts';
import { toInertMarkdown } from '../render/inert-markdown.ts';
import type { FoundReply } from './find-reply.ts';
import type { Outbox } from './outbox.ts';
import { verdictOn } from './verdict.ts';

export interface StreamPlace {
  readonly channelId: string;
  readonly threadTs: string;
  readonly teamId: string;
  readonly userId: string;
  /** Marks the stream as the one of this answer. */
  readonly answerId: string;
}

/** To whom claims are streamed. */
export interface Streaming {
  readonly teamId: string;
  readonly userId: string;
}

export interface StreamOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly channelId: string;
  readonly threadTs: string | null;
  readonly streaming: Streaming | null;
  readonly answerId: string;
  /** Looks for a stream that was started though the call that started it seemed to fail. */
  readonly find: () => Promise<FoundReply | undefined>;
}

/** Whether there is one, there is none and something else is to be said instead, or nobody knows. */
export type Started = AnswerStream | 'none' | 'unknown';

/** @param soFar null where nothing is proven yet: the stream shows that we are looking */
export async function tryStream(
  { client, outbox, channelId, threadTs, streaming, answerId, find }: StreamOptions,
  soFar: AnswerSoFar | null,
): Promise<Started> {
  if (streaming === null || threadTs === null) return 'none';
  const place = { channelId, threadTs, answerId, ...streaming };
  try {
    return await outbox.send('chat.startStream', () => AnswerStream.start(client, place, soFar), {
      giveUpAfterMs: 0,
      channelId,
    });
  } catch (error) {
    // Whatever Slack has against it, posting and updating does not need it.
    if (!(error instanceof webApi.SlackError)) throw error;
    const { passes, afterMs } = verdictOn(error);
    if (!passes || afterMs !== undefined) return 'none';
  }
  const found = await find();
  return found ? new AnswerStream(client, place, found.ts, soFar?.claims.length ?? 0) : 'unknown';
}

/** The claims of an answer, appended to one streamed message as they are proven. */
export class AnswerStream {
  readonly #client: webApi.WebClient;
  readonly #channelId: string;
  readonly ts: string;
  #shown: number;

  /** @param shown how many claims it shows already */
  constructor(
    client: webApi.WebClient,
    { channelId }: Pick<StreamPlace, 'channelId'>,
    ts: string,
    shown: number,
  ) {
    this.#client = client;
    this.#channelId = channelId;
    this.ts = ts;
    this.#shown = shown;
  }

  static async start(
    client: webApi.WebClient,
    place: StreamPlace,
    soFar: AnswerSoFar | null,
  ): Promise<AnswerStream> {
    const { ts } = await client.chat.startStream({
      channel: place.channelId,
      thread_ts: place.threadTs,
      recipient_team_id: place.teamId,
      recipient_user_id: place.userId,
      chunks: [
        { type: 'task_update', id: place.answerId, title: LOOKING, status: 'in_progress' },
        ...(soFar ? [markdownOf(soFar, 0)] : []),
      ],
    });
    if (ts === undefined) throw new Error('a stream started without a ts');
    return new AnswerStream(client, place, ts, soFar?.claims.length ?? 0);
  }

  async show(soFar: AnswerSoFar): Promise<void> {
    if (soFar.claims.length <= this.#shown) return;
    const chunks = [markdownOf(soFar, this.#shown)];
    this.#shown = soFar.claims.length;
    await this.#client.chat.appendStream({ channel: this.#channelId, ts: this.ts, chunks });
  }
}

const LOOKING = '正在查找原文';

/** Claims from the given one on, a line each. */
const markdownOf = ({ claims }: AnswerSoFar, from: number) => ({
  type: 'markdown_text' as const,
  text: claims
    .slice(from)
    .map(
      ({ text, citations }) =>
        `${toInertMarkdown(text)} ${citations.map((n) => `[${n}]`).join('')}\n`,
    )
    .join(''),
});
