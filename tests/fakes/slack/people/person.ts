import { randomUUID } from 'node:crypto';
import type { Ack } from '../deliveries.ts';
import { changedEvent, deletedEvent, postedEvent } from '../echoes.ts';
import { type Fields, present } from '../fields.ts';
import type { SlackMessage } from '../messages.ts';
import { addReaction } from '../methods/workspace.ts';
import { Refusal } from '../refusal.ts';
import type { ShownView } from '../views.ts';
import { BOT_USER, type Channel, isGuest, type Member, TEAM } from '../workspace.ts';
import { isAgent, type World } from '../world.ts';
import { openHome, renameSession, stop } from './agent.ts';
import { type ClickOptions, click, suggest } from './clicks.ts';
import type { Choice } from './element-values.ts';
import { runStep, type Shared, shareLink } from './links-and-steps.ts';
import { closeModal, submitModal } from './modals.ts';
import { globalShortcut, messageShortcut, slash } from './shortcuts.ts';
import { asSent, richTextOf } from './typed-text.ts';

/** What became of a message: where it stands, and every event the app got of it. */
export interface Said {
  readonly message: SlackMessage;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  /** Only of events the app is subscribed to. */
  readonly acks: readonly Ack[];
  readonly eventIds: readonly string[];
}

export interface SayOptions {
  readonly threadTs?: string;
  /** More fields of the event, to make one of unusual shape. */
  readonly extra?: Fields;
}

/** Somebody at a keyboard. Each deed resolves when the app has acknowledged it, or has failed to. */
export class Person {
  readonly member: Member;
  readonly #world: World;

  constructor(world: World, id: string) {
    this.#world = world;
    this.member = world.workspace.member(id);
  }

  get id(): string {
    return this.member.id;
  }

  /** Writes in a channel with the bot's name in front, unless it stands in the text already. */
  mention(channel: string, text: string, options: SayOptions = {}): Promise<Said> {
    const tag = `<@${BOT_USER}>`;
    return this.say(channel, text.includes(tag) ? text : `${tag} ${text}`, options);
  }

  /** Writes in a channel. */
  async say(channelId: string, text: string, options: SayOptions = {}): Promise<Said> {
    const channel = this.#channelOf(channelId);
    const message = this.#post(channel, text, options);
    return this.#saidOf(message, await this.#tellApp(channel, message));
  }

  /** Writes to the app directly. */
  async direct(text: string, options: SayOptions = {}): Promise<Said> {
    this.#refuseGuest();
    return await this.say(this.directChannel, text, options);
  }

  get directChannel(): string {
    return this.#world.workspace.directChannel(this.id).id;
  }

  /** Edits a message of their own. */
  async edit(message: SlackMessage, text: string): Promise<Said> {
    const before = this.#own(message);
    const edited = { user: this.id, ts: this.#world.nextTs() };
    const after = this.#world.messages.change(before, {
      text: asSent(text),
      blocks: [richTextOf(text)],
      edited,
    });
    const acks = await Promise.all([
      this.#world.announce(changedEvent(this.#world, before, after)),
      ...(this.#isMention(after) && !this.#isMention(before)
        ? [this.#world.announce(this.#mentionEvent(after))]
        : []),
    ]);
    return this.#saidOf(after, acks);
  }

  /** Deletes a message of their own. */
  async remove(message: SlackMessage): Promise<Said> {
    const before = this.#own(message);
    this.#world.messages.remove(before);
    return this.#saidOf(before, [await this.#world.announce(deletedEvent(this.#world, before))]);
  }

  /** Puts an emoji on a message. */
  async react(message: SlackMessage, name: string): Promise<Ack | undefined> {
    const shown = addReaction(this.#world, this.#seen(message), name, this.id);
    return await this.#world.announce({
      type: 'reaction_added',
      user: this.id,
      reaction: name,
      item: { type: 'message', channel: shown.channel, ts: shown.ts },
      item_user: shown.user,
      event_ts: this.#world.nextTs(),
    });
  }

  async slash(command: string, text: string, channel: string): Promise<Ack> {
    this.#refuseGuest();
    return await slash(this.#world, this.id, command, text, channel);
  }

  async messageShortcut(callbackId: string, message: SlackMessage): Promise<Ack> {
    this.#refuseGuest();
    return await messageShortcut(this.#world, this.id, callbackId, this.#seen(message));
  }

  async globalShortcut(callbackId: string): Promise<Ack> {
    this.#refuseGuest();
    return await globalShortcut(this.#world, this.id, callbackId);
  }

  /** Uses a button, menu or other element of a message, modal or home. */
  click(target: SlackMessage | ShownView, actionId: string, options?: ClickOptions): Promise<Ack> {
    return click(this.#world, this.id, target, actionId, options);
  }

  /** Types into a menu whose options the app gives; the ack holds them. */
  suggest(target: SlackMessage | ShownView, actionId: string, typed: string): Promise<Ack> {
    return suggest(this.#world, this.id, target, actionId, typed);
  }

  /** Fills in the topmost modal and presses its button. */
  submit(view: ShownView, values: Readonly<Record<string, Choice>> = {}): Promise<Ack> {
    return submitModal(this.#world, view, values);
  }

  /** Closes the topmost modal; the app hears of it only if the view asks for that. */
  closeView(view: ShownView): Promise<Ack | undefined> {
    return closeModal(this.#world, view);
  }

  /** Opens the app's home or its messages. */
  async openHome(tab: 'home' | 'messages', context?: Fields): Promise<Ack | undefined> {
    this.#refuseGuest();
    return await openHome(this.#world, this.id, tab, context);
  }

  /** Presses the stop button of a working agent. */
  stop(channel: string, threadTs: string): Promise<Ack | undefined> {
    return stop(this.#world, this.id, channel, threadTs);
  }

  /** Gives an agent's thread another title. */
  renameSession(channel: string, threadTs: string, title: string): Promise<Ack | undefined> {
    return renameSession(this.#world, this.id, channel, threadTs, title);
  }

  /** Looks at something else while the agent is open beside it. */
  async lookAt(entities: readonly Fields[]): Promise<Ack | undefined> {
    return await this.#world.announce({
      type: 'app_context_changed',
      channel: this.directChannel,
      user: this.id,
      context: { entities },
      event_ts: this.#world.nextTs(),
    });
  }

  /** Posts an address, or types it without sending (`composer`). */
  shareLink(channel: string, url: string, source?: 'composer'): Promise<Shared> {
    return shareLink(this.#world, this, channel, url, source ?? 'conversations_history');
  }

  /** Starts a workflow with the app's step in it. */
  runStep(
    callbackId: string,
    inputs: Fields,
  ): Promise<{ readonly id: string; readonly ack: Ack | undefined }> {
    return runStep(this.#world, callbackId, inputs);
  }

  #post(channel: Channel, text: string, { threadTs, extra = {} }: SayOptions): SlackMessage {
    return this.#world.messages.post({
      channel: channel.id,
      team: this.member.team_id,
      text: asSent(text),
      blocks: [richTextOf(text)],
      client_msg_id: randomUUID(),
      user: this.id,
      ...(this.member.is_bot ? { bot_id: `B${this.id}`, subtype: 'bot_message' } : {}),
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...extra,
    });
  }

  /** The events of one message: as a message, and as a mention if it names the bot. */
  async #tellApp(channel: Channel, message: SlackMessage): Promise<(Ack | undefined)[]> {
    if (!channel.members.has(BOT_USER) || !this.#reachesApp) {
      return [];
    }
    return await Promise.all([
      ...(this.#isMention(message) ? [this.#world.announce(this.#mentionEvent(message))] : []),
      this.#world.announce(this.#messageEvent(message)),
    ]);
  }

  #messageEvent(message: SlackMessage): Fields {
    const { channel, thread_ts: threadTs } = message;
    const parent =
      threadTs === undefined ? undefined : this.#world.messages.find(channel, threadTs);
    return present({
      ...postedEvent(this.#world, message),
      user_team: this.member.team_id === TEAM.id ? undefined : this.member.team_id,
      parent_user_id: parent?.user,
    });
  }

  #mentionEvent(message: SlackMessage): Fields {
    const { channel_type: _, ...event } = this.#messageEvent(message);
    return { ...event, type: 'app_mention' };
  }

  #isMention({ channel, text }: SlackMessage): boolean {
    return this.#world.workspace.channel(channel).kind !== 'im' && text.includes(`<@${BOT_USER}>`);
  }

  #saidOf(message: SlackMessage, answers: readonly (Ack | undefined)[]): Said {
    const acks = answers.filter((ack) => ack !== undefined);
    const { channel, ts, thread_ts: threadTs } = message;
    return { message, channel, ts, threadTs, acks, eventIds: acks.map(({ id }) => id) };
  }

  #channelOf(id: string): Channel {
    const channel = this.#world.workspace.channel(id);
    if (!channel.members.has(this.id)) {
      throw new Error(`${this.id} is not in ${id} and cannot write there`);
    }
    return channel;
  }

  /** The message as it is now. @throws when it is gone or this person cannot see it */
  #seen(message: SlackMessage): SlackMessage {
    const { channel, ts } = message;
    const now = this.#world.messages.find(channel, ts);
    if (!now || !this.#world.workspace.channel(channel).members.has(this.id)) {
      throw new Error(`${this.id} sees no message ${ts} in ${channel}`);
    }
    return now;
  }

  #own(message: SlackMessage): SlackMessage {
    const now = this.#seen(message);
    if (now.user !== this.id) {
      throw new Refusal('cant_update_message');
    }
    return now;
  }

  /** Guests cannot use an app that is an agent: Slack offers them no way to it. */
  get #reachesApp(): boolean {
    return !(isAgent(this.#world) && isGuest(this.member));
  }

  #refuseGuest(): void {
    if (!this.#reachesApp) {
      throw new Error(`${this.id} is a guest: Slack does not let guests use an agent`);
    }
  }
}
