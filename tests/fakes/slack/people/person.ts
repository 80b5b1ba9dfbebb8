import type { Ack } from '../deliveries.ts';
import type { Fields } from '../fields.ts';
import type { SlackMessage } from '../messages.ts';
import { addReaction } from '../methods/workspace.ts';
import type { ShownView } from '../views.ts';
import { BOT_USER, type Member } from '../workspace.ts';
import type { World } from '../world.ts';
import { openHome, renameSession, stop } from './agent.ts';
import { type ClickOptions, click, suggest } from './clicks.ts';
import type { Choice } from './element-values.ts';
import { runStep, type Shared, shareLink } from './links-and-steps.ts';
import { closeModal, submitModal } from './modals.ts';
import { globalShortcut, messageShortcut, slash } from './shortcuts.ts';
import { edit, reachesApp, remove, say, seenMessage } from './writing.ts';

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
  say(channel: string, text: string, options: SayOptions = {}): Promise<Said> {
    return say(this.#world, this.member, channel, text, options);
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
  edit(message: SlackMessage, text: string): Promise<Said> {
    return edit(this.#world, this.member, message, text);
  }

  /** Deletes a message of their own. */
  remove(message: SlackMessage): Promise<Said> {
    return remove(this.#world, this.member, message);
  }

  /** Puts an emoji on a message. */
  async react(message: SlackMessage, name: string): Promise<Ack | undefined> {
    const shown = addReaction(
      this.#world,
      seenMessage(this.#world, this.member, message),
      name,
      this.id,
    );
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
    return await messageShortcut(
      this.#world,
      this.id,
      callbackId,
      seenMessage(this.#world, this.member, message),
    );
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
    return shareLink(this.#world, this.member, channel, url, source ?? 'conversations_history');
  }

  /** Starts a workflow with the app's step in it. */
  runStep(
    callbackId: string,
    inputs: Fields,
  ): Promise<{ readonly id: string; readonly ack: Ack | undefined }> {
    return runStep(this.#world, callbackId, inputs);
  }

  #refuseGuest(): void {
    if (!reachesApp(this.#world, this.member)) {
      throw new Error(`${this.id} is a guest: Slack does not let guests use an agent`);
    }
  }
}
