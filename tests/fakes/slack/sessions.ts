export type SessionStatus = 'active' | 'processing' | 'suspended' | 'closed';

/** What an agent shows of one thread: status, title, and while it works a stop button. */
export interface Session {
  readonly channel: string;
  readonly threadTs: string;
  readonly status: SessionStatus;
  readonly title?: string;
  /** Every status it had, oldest first. */
  readonly history: readonly SessionStatus[];
}

/** Agent sessions, and the line "<App> is …" of the older method. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #statuses = new Map<string, string>();
  readonly #prompts = new Map<string, readonly { title: string; message: string }[]>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  find(channel: string, threadTs: string): Session | undefined {
    return this.#sessions.get(keyOf(channel, threadTs));
  }

  /** Sets the status; the title counts only when this makes the session. */
  set(channel: string, threadTs: string, status: SessionStatus, title?: string): Session {
    const known = this.find(channel, threadTs);
    const session: Session = known
      ? { ...known, status, history: [...known.history, status] }
      : { channel, threadTs, status, history: [status], ...(title ? { title } : {}) };
    return this.#put(session);
  }

  rename(session: Session, title: string): Session {
    return this.#put({ ...session, title });
  }

  /** The line under a thread while the app works; an empty one clears it. */
  setLine(channel: string, threadTs: string, line: string): void {
    if (line === '') {
      this.#statuses.delete(keyOf(channel, threadTs));
    } else {
      this.#statuses.set(keyOf(channel, threadTs), line);
    }
    this.#changed();
  }

  line(channel: string, threadTs: string): string | undefined {
    return this.#statuses.get(keyOf(channel, threadTs));
  }

  setPrompts(channel: string, prompts: readonly { title: string; message: string }[]): void {
    this.#prompts.set(channel, prompts);
    this.#changed();
  }

  prompts(channel: string): readonly { readonly title: string; readonly message: string }[] {
    return this.#prompts.get(channel) ?? [];
  }

  /** Drops those of threads begun before a time, so that a long run does not grow. */
  forgetBefore(ts: string): void {
    for (const [key, { threadTs }] of this.#sessions) {
      if (threadTs < ts) {
        this.#sessions.delete(key);
      }
    }
  }

  #put(session: Session): Session {
    this.#sessions.set(keyOf(session.channel, session.threadTs), session);
    this.#changed();
    return session;
  }
}

const keyOf = (channel: string, threadTs: string): string => `${channel} ${threadTs}`;
