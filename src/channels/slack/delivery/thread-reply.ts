import type { webApi } from '@slack/bolt';
import type { AnswerSoFar } from '../../../model.ts';
import { noticeMessage, soFarMessage, waitingMessage } from '../render/answer-messages.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { type AnswerStream, type Streaming, tryStream } from './answer-stream.ts';
import { type FoundReply, findReply, metadataOf } from './find-reply.ts';
import type { Outbox } from './outbox.ts';
import type { Reply } from './reply.ts';
import { isBarred, isRefused } from './verdict.ts';

export interface ThreadReplyOptions {
  readonly client: webApi.WebClient;
  readonly outbox: Outbox;
  readonly answerId: string;
  readonly channelId: string;
  readonly threadTs: string | null;
  /** The message asked in. */
  readonly messageTs: string | null;
  /** A reply that is there already, as after a restart. */
  readonly replyTs: string | null;
  /** Hears of the message that is or will become the answer. */
  readonly onPosted: (ts: string) => void;
  /** Null where claims may not be streamed. */
  readonly streaming: Streaming | null;
  readonly nowMs: () => number;
  /** Says it to the asker alone, where nothing may be written in their place. */
  readonly finishPrivately: (messages: readonly SlackMessage[]) => Promise<void>;
}

/** Slack asks for no more than one update in three seconds while an answer grows. */
const UPDATE_EVERY_MS = 3_000;
/** A preview is not worth waiting for. */
const PREVIEW_WITHIN_MS = 2_000;
const WITHDRAWN = '提问已删除，不再回答。';
const GONE = new Set(['message_not_found', 'cant_update_message']);

/** A message in a thread or a channel: shown early, changed while it grows, never posted twice. */
export class ThreadReply implements Reply {
  readonly signAfterMs = 250;
  readonly #options: ThreadReplyOptions;
  #ts: string | null;
  #stream: AnswerStream | undefined;
  #updatedMs = Number.NEGATIVE_INFINITY;
  #isFinished: boolean = false;
  #isHalted: boolean = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ThreadReplyOptions) {
    this.#options = options;
    this.#ts = options.replyTs;
  }

  wait(place: number | null): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#ts === null && !this.#isFinished) await this.#post(waitingMessage(place), 1, false);
    });
  }

  show(soFar: AnswerSoFar): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#isFinished) return;
      if (this.#stream) return this.#stream.show(soFar);
      const stream = this.#ts === null ? await tryStream(this.#options, soFar) : undefined;
      if (stream) {
        this.#stream = stream;
        this.#keep(stream.ts);
      } else if (this.#ts === null) await this.#post(soFarMessage(soFar), 1, false);
      else await this.#preview(this.#ts, soFarMessage(soFar));
    });
  }

  halt(): void {
    this.#isHalted = true;
  }

  finish(messages: readonly SlackMessage[]): Promise<void> {
    this.#isFinished = true;
    return this.#inOrder(async () => {
      await this.#stopStream();
      try {
        await this.#finishThere(messages);
      } catch (error) {
        if (!isBarred(error)) throw error;
        await this.#options.finishPrivately(messages);
      }
    });
  }

  async #finishThere(messages: readonly SlackMessage[]): Promise<void> {
    for (const [at, message] of messages.entries()) {
      const part = at + 1;
      const isChanged = part === 1 && this.#ts !== null && (await this.#change(this.#ts, message));
      if (!isChanged) await this.#post(message, part, true);
    }
  }

  withdraw(): Promise<void> {
    this.#isFinished = true;
    return this.#inOrder(async () => {
      await this.#stopStream();
      const ts = this.#ts;
      if (ts === null) return;
      const { client, outbox, channelId } = this.#options;
      try {
        await outbox.send('chat.delete', () => client.chat.delete({ channel: channelId, ts }));
      } catch (error) {
        // A workspace may let nobody delete; what is not there any more needs no word.
        if (!isRefused(error)) throw error;
        await this.#change(ts, noticeMessage(WITHDRAWN));
      }
    });
  }

  /** A preview that fails does not keep the answer from coming. */
  async #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work, work);
    this.#last = done;
    await done;
  }

  async #post(message: SlackMessage, part: number, isFinal: boolean): Promise<void> {
    const { client, outbox, answerId, channelId, threadTs } = this.#options;
    const found = await outbox.send<FoundReply>(
      'chat.postMessage',
      async () => {
        const { ts } = await client.chat.postMessage({
          channel: channelId,
          ...(threadTs === null ? {} : { thread_ts: threadTs }),
          text: message.text,
          ...(message.blocks.length === 0 ? {} : { blocks: [...message.blocks] }),
          unfurl_links: false,
          unfurl_media: false,
          metadata: metadataOf({ answerId, part, isFinal }),
        });
        if (ts === undefined) throw new Error('a message was posted without a ts');
        return { ts, isFinal };
      },
      { channelId, find: () => this.#find(part) },
    );
    if (part === 1) this.#keep(found.ts);
    if (isFinal && !found.isFinal) await this.#update(found.ts, message, part);
  }

  #find(part: number): Promise<FoundReply | undefined> {
    const { client, outbox, answerId } = this.#options;
    return outbox.send('conversations.replies', () =>
      findReply(client, this.#options, { answerId, part }),
    );
  }

  /** False where somebody removed the message meanwhile. */
  async #change(ts: string, message: SlackMessage): Promise<boolean> {
    try {
      await this.#update(ts, message);
      return true;
    } catch (error) {
      if (isRefused(error) && GONE.has(error.data.error)) return false;
      throw error;
    }
  }

  /** Doing it twice does no harm. */
  async #update(ts: string, message: SlackMessage, part = 1): Promise<void> {
    const { client, outbox, answerId, channelId } = this.#options;
    await outbox.send('chat.update', () =>
      client.chat.update({
        channel: channelId,
        ts,
        text: message.text,
        blocks: [...message.blocks],
        parse: 'none',
        metadata: metadataOf({ answerId, part, isFinal: true }),
      }),
    );
  }

  async #preview(ts: string, message: SlackMessage): Promise<void> {
    const { client, outbox, channelId, nowMs } = this.#options;
    if (nowMs() - this.#updatedMs < UPDATE_EVERY_MS) return;
    this.#updatedMs = nowMs();
    const { text, blocks } = message;
    await outbox.send(
      'chat.update',
      () =>
        client.chat.update({ channel: channelId, ts, text, blocks: [...blocks], parse: 'none' }),
      { giveUpAfterMs: PREVIEW_WITHIN_MS },
    );
  }

  async #stopStream(): Promise<void> {
    const stream = this.#stream;
    if (!stream || this.#isHalted) return;
    try {
      await this.#options.outbox.send('chat.stopStream', () => stream.stop());
    } catch (error) {
      // Over already, after five minutes or by the person's stop button; the message shows what else there is.
      if (!isRefused(error)) throw error;
    }
  }

  #keep(ts: string): void {
    this.#ts = ts;
    this.#options.onPosted(ts);
  }
}
