import { type Fields, objectsIn, present } from './fields.ts';

/** A message as Slack's Web API shows it, with the channel it is in. */
export interface SlackMessage {
  readonly type: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly team?: string;
  readonly subtype?: string;
  readonly text: string;
  readonly blocks?: readonly Fields[];
  readonly thread_ts?: string;
  readonly metadata?: Fields;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly streaming_state?: 'in_progress' | 'completed' | 'errored';
  readonly client_msg_id?: string;
  /** What links of this message show, by their exact address. */
  readonly unfurls?: Readonly<Record<string, Fields>>;
  /** Only this person sees it, and no Web API method finds it. */
  readonly visibleTo?: string;
}

export type MessageDraft = Omit<SlackMessage, 'type' | 'ts'> & { readonly ts?: string };

/** Blocks as Slack keeps them: each with an id. */
export function withBlockIds(blocks: unknown, mint: () => string): Fields[] {
  return objectsIn(blocks).map((block) => ({
    ...block,
    block_id: block.block_id ?? mint(),
    ...('child_blocks' in block ? { child_blocks: withBlockIds(block.child_blocks, mint) } : {}),
  }));
}

/** All messages, in the order of their times; those for one person apart. */
export class Messages {
  readonly #channels = new Map<string, Map<string, SlackMessage>>();
  readonly #ephemerals = new Map<string, SlackMessage>();
  /** Times of what is in a thread, so that looking at one stays quick among thousands. */
  readonly #threads = new Map<string, Set<string>>();
  readonly #nextTs: () => string;
  readonly #changed: () => void;

  constructor(nextTs: () => string, changed: () => void) {
    this.#nextTs = nextTs;
    this.#changed = changed;
  }

  post(draft: MessageDraft): SlackMessage {
    const message = {
      ...present({ ...draft }),
      type: 'message',
      channel: draft.channel,
      text: draft.text,
      ts: draft.ts ?? this.#nextTs(),
    } satisfies SlackMessage;
    this.#put(message);
    return message;
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.#channels.get(channel)?.get(ts);
  }

  /** Puts changes onto a message; a key given as undefined goes away. */
  change(
    message: SlackMessage,
    changes: { readonly [Key in keyof SlackMessage]?: SlackMessage[Key] | undefined },
  ): SlackMessage {
    const changed = {
      ...present({ ...message, ...changes }),
      type: 'message',
      channel: message.channel,
      ts: message.ts,
      text: changes.text ?? message.text,
    } satisfies SlackMessage;
    this.#put(changed);
    return changed;
  }

  remove(message: SlackMessage): void {
    this.#ephemerals.delete(message.ts);
    this.#channels.get(message.channel)?.delete(message.ts);
    this.#changed();
  }

  /** Everything of a channel that everybody there sees. */
  inChannel(channel: string): SlackMessage[] {
    return [...(this.#channels.get(channel)?.values() ?? [])];
  }

  /** The root and its replies. */
  inThread(channel: string, threadTs: string): SlackMessage[] {
    return [...(this.#threads.get(`${channel} ${threadTs}`) ?? [])]
      .map((ts) => this.find(channel, ts))
      .filter((message) => message !== undefined);
  }

  all(): SlackMessage[] {
    return [...this.#channels.values()].flatMap((messages) => [...messages.values()]);
  }

  /** What only this person sees. */
  ephemeralsFor(user: string): SlackMessage[] {
    return [...this.#ephemerals.values()].filter(({ visibleTo }) => visibleTo === user);
  }

  /** Drops what was said before a time, so that a long run does not grow. */
  forgetBefore(ts: string): void {
    for (const messages of [...this.#channels.values(), this.#ephemerals]) {
      for (const message of messages.values()) {
        if (message.ts < ts) {
          messages.delete(message.ts);
          this.#threads.delete(`${message.channel} ${message.ts}`);
        }
      }
    }
  }

  #put(message: SlackMessage): void {
    this.#shelf(message).set(message.ts, message);
    if (message.visibleTo === undefined) {
      const key = `${message.channel} ${message.thread_ts ?? message.ts}`;
      this.#threads.set(key, (this.#threads.get(key) ?? new Set()).add(message.ts));
    }
    this.#changed();
  }

  #shelf({ visibleTo, channel }: SlackMessage): Map<string, SlackMessage> {
    if (visibleTo !== undefined) {
      return this.#ephemerals;
    }
    const messages = this.#channels.get(channel) ?? new Map<string, SlackMessage>();
    this.#channels.set(channel, messages);
    return messages;
  }
}
