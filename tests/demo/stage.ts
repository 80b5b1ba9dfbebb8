import { setTimeout } from 'node:timers/promises';
import type { FakeSlack } from '../fakes/slack/fake-slack.ts';
import { fieldsIn } from '../fakes/slack/fields.ts';
import type { SlackMessage } from '../fakes/slack/messages.ts';
import type { Person, Said } from '../fakes/slack/people/person.ts';
import { renderForPeople } from '../fakes/slack/render-for-people.ts';
import type { ShownView } from '../fakes/slack/views.ts';
import { BOT_USER } from '../fakes/slack/workspace.ts';

export interface StageOptions {
  readonly slack: FakeSlack;
  readonly write: (text: string) => Promise<void>;
  /** Between two things that happen, so that people can follow. */
  readonly pauseMs: number;
  /** Ends the play. */
  readonly signal: AbortSignal;
  /** Keeps what is asked from now on unanswered, until what it returns is called. */
  readonly hold: () => () => void;
}

/** One part of the play. */
export interface Scene {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<void>;
}

const WITHIN = { timeoutMs: 30_000 };
const THREAD = '　↳ ';

const isFinalReply = ({ user, metadata }: SlackMessage): boolean =>
  user === BOT_USER && fieldsIn(fieldsIn(metadata).event_payload).final === true;

/** Where people do things in Slack, and what they see is written out. */
export class Stage {
  readonly slack: FakeSlack;
  readonly hold: () => () => void;
  readonly #options: StageOptions;

  constructor(options: StageOptions) {
    this.slack = options.slack;
    this.hold = options.hold;
    this.#options = options;
  }

  async play({ title, play }: Scene): Promise<void> {
    await this.#options.write(`\n━━ ${title} ━━\n`);
    await play(this);
  }

  person(id: string): Person {
    return this.slack.person(id);
  }

  /** What somebody does that is no message. */
  tell(text: string): Promise<void> {
    return this.#write(`（${text}）`);
  }

  /** Somebody names Youju in a channel. */
  async mentions(person: Person, channel: string, text: string, opening?: Said): Promise<Said> {
    await this.#write(
      `${opening ? THREAD : `${this.#channelName(channel)} `}${person.member.name}：@有据 ${text}`,
    );
    return person.mention(channel, text, opening ? { threadTs: opening.ts } : {});
  }

  /** Somebody writes to Youju directly. */
  async writes(person: Person, text: string): Promise<Said> {
    await this.#write(`私信 ${person.member.name}：${text}`);
    return person.direct(text);
  }

  /** The first truthy value of the predicate. Throws NeverHappened. */
  until<Value>(predicate: () => Value): Promise<NonNullable<Value>> {
    return this.slack.until(predicate, WITHIN);
  }

  /** Waits for the answer to what was just said and shows it. */
  async answer({ channel, ts, threadTs = ts }: Said): Promise<SlackMessage> {
    const later = () =>
      [...this.slack.thread(channel, threadTs), ...this.slack.channel(channel)].find(
        (message) => message.ts > ts && isFinalReply(message),
      );
    const answer = await this.until(later);
    await this.show(answer);
    return answer;
  }

  /** Waits for something people see and shows it. */
  async seen<Shown extends SlackMessage | ShownView>(
    look: () => Shown | undefined,
    where = '',
  ): Promise<Shown> {
    const shown = await this.until(look);
    await this.show(shown, where);
    return shown;
  }

  async show(shown: SlackMessage | ShownView, where = ''): Promise<void> {
    const isReply = 'thread_ts' in shown && shown.thread_ts !== undefined;
    await this.#write(`${where}${renderForPeople(shown).replace(/^/gmu, isReply ? '　　' : '')}`);
  }

  async #write(text: string): Promise<void> {
    const { pauseMs, signal, write } = this.#options;
    if (pauseMs > 0) await setTimeout(pauseMs, undefined, { signal });
    signal.throwIfAborted();
    await write(`\n${this.#named(text)}\n`);
  }

  #channelName(id: string): string {
    return `#${this.slack.world.workspace.channel(id).name}`;
  }

  /** People by their names, as Slack shows them. */
  #named(text: string): string {
    const { members } = this.slack.world.workspace;
    return text.replace(/(?<![A-Za-z0-9])U[A-Z0-9]+/gu, (id) => members.get(id)?.name ?? id);
  }
}
