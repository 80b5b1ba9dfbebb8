import { answerIdOf } from '../../src/feedback.ts';
import type { FakeSlack } from '../../tests/fakes/slack/fake-slack.ts';
import type { Said } from '../../tests/fakes/slack/people/person.ts';
import { TEAM } from '../../tests/fakes/slack/workspace.ts';
import type { Turns } from '../questions.ts';
import type { Town } from './town.ts';

/** A question that Slack has handed over, or tried to. */
export interface Asked {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly askedMs: number;
  readonly said: Said;
  /** Of the event that asks. */
  readonly eventId: string;
  /** By which messages show that they answer it. */
  readonly answerId: string;
}

interface Ask {
  /** Which conversation it belongs to, over all rounds. */
  readonly conversation: number;
  readonly isFirst: boolean;
  readonly text: string;
}

/** One conversation in three is in direct messages. */
const DIRECT_EVERY = 3;

/** The people of a town asking golden questions, one after the other, in as many places as there are. */
export class Asker {
  readonly #slack: FakeSlack;
  readonly #town: Town;
  readonly #conversations: readonly Turns[];
  readonly #threads = new Map<number, Promise<Said>>();
  readonly #asks: Generator<Ask, never>;

  constructor(slack: FakeSlack, town: Town, conversations: readonly Turns[]) {
    this.#slack = slack;
    this.#town = town;
    this.#conversations = conversations;
    this.#asks = asksOf(conversations);
  }

  /** Asks the next question; resolves when Slack no longer tries to hand it over. */
  async ask(): Promise<Asked> {
    const { conversation, isFirst, text } = this.#asks.next().value;
    const askedMs = Date.now();
    const threadTs = isFirst ? undefined : (await this.#threads.get(conversation))?.ts;
    const saying = this.#say(conversation, text, threadTs);
    if (isFirst) this.#remember(conversation, saying);
    const said = await saying;
    const [eventId] = said.eventIds;
    if (eventId === undefined) throw new Error('Youju was told nothing of a question');
    return { text, askedMs, said, eventId, answerId: answerIdOf(`${TEAM.id}:${eventId}`) };
  }

  #say(conversation: number, text: string, threadTs: string | undefined): Promise<Said> {
    const { people, channels } = this.#town;
    const person = this.#slack.person(people[conversation % people.length] ?? '');
    if (conversation % DIRECT_EVERY === 0) return person.direct(text);
    const channel = channels[conversation % channels.length] ?? '';
    return person.mention(channel, text, threadTs === undefined ? {} : { threadTs });
  }

  /** Conversations of rounds gone by are over. */
  #remember(conversation: number, opening: Promise<Said>): void {
    this.#threads.set(conversation, opening);
    this.#threads.delete(conversation - 2 * this.#conversations.length);
  }
}

/** All first questions, then all second ones and so on, so that none comes before the answer it goes on from; and again. */
function* asksOf(conversations: readonly Turns[]): Generator<Ask, never> {
  const longest = Math.max(...conversations.map(({ length }) => length));
  for (let round = 0; ; round += 1)
    for (let turn = 0; turn < longest; turn += 1)
      for (const [at, turns] of conversations.entries()) {
        const text = turns[turn];
        const conversation = round * conversations.length + at;
        if (text !== undefined) yield { conversation, isFirst: turn === 0, text };
      }
}
