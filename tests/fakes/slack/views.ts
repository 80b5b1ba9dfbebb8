import { type Fields, isFields, present } from './fields.ts';
import { withBlockIds } from './messages.ts';
import { Refusal } from './refusal.ts';
import { APP_ID, BOT_ID, TEAM } from './workspace.ts';

const MAX_STACK = 3;

/** A modal or home as Slack sends it back, and to whom it is shown. */
export interface ShownView {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly external_id: string;
  readonly notify_on_close: boolean;
  readonly clear_on_close: boolean;
  readonly blocks: readonly Fields[];
  readonly title?: Fields;
  readonly submit?: Fields;
  readonly close?: Fields;
  /** Shown at the fields after a refused submission, by block id. */
  readonly errors?: Fields;
  /** Slack's own line when the app did not answer a submission. */
  readonly trouble?: string;
}

/** Modals of each person, the topmost last, and everybody's home. */
export class Views {
  readonly #stacks = new Map<string, readonly ShownView[]>();
  readonly #homes = new Map<string, ShownView>();
  readonly #mint: (prefix: string) => string;
  readonly #changed: () => void;

  constructor(mint: (prefix: string) => string, changed: () => void) {
    this.#mint = mint;
    this.#changed = changed;
  }

  stack(user: string): readonly ShownView[] {
    return this.#stacks.get(user) ?? [];
  }

  top(user: string): ShownView | undefined {
    return this.stack(user).at(-1);
  }

  home(user: string): ShownView | undefined {
    return this.#homes.get(user);
  }

  open(user: string, view: Fields): ShownView {
    this.#refuseSecond(view);
    return this.#setTop([], this.#show(user, 'modal', view));
  }

  /** @throws Refusal when three are open, or none to push onto */
  push(user: string, view: Fields): ShownView {
    const stack = this.stack(user);
    const below = stack.at(-1);
    if (!below) {
      throw new Refusal('not_found');
    }
    if (stack.length >= MAX_STACK) {
      throw new Refusal('push_limit_reached');
    }
    this.#refuseSecond(view);
    return this.#setTop(stack, this.#show(user, 'modal', view, below));
  }

  /** @throws Refusal when it is gone, or somebody changed it since the given hash */
  update(find: { id?: string; externalId?: string }, view: Fields, hash?: string): ShownView {
    const known = this.#find(find);
    if (!known) {
      throw new Refusal('not_found');
    }
    if (hash !== undefined && hash !== known.hash) {
      throw new Refusal('hash_conflict');
    }
    const { user, type, id, root_view_id, previous_view_id } = known;
    return this.replace({ ...this.#show(user, type, view), id, root_view_id, previous_view_id });
  }

  publish(user: string, view: Fields, hash?: string): ShownView {
    const known = this.#homes.get(user);
    if (known && hash !== undefined && hash !== known.hash) {
      throw new Refusal('hash_conflict');
    }
    const home = this.#show(user, 'home', view);
    this.#homes.set(user, known ? { ...home, id: known.id, root_view_id: known.id } : home);
    this.#changed();
    return this.#homes.get(user) ?? home;
  }

  /** Puts a changed view where one of its id was. */
  replace(view: ShownView): ShownView {
    if (view.type === 'home') {
      this.#homes.set(view.user, view);
    } else {
      const stack = this.stack(view.user).map((shown) => (shown.id === view.id ? view : shown));
      this.#stacks.set(view.user, stack);
    }
    this.#changed();
    return view;
  }

  /** Takes the topmost away; the one below is seen again. */
  pop(user: string): void {
    this.#stacks.set(user, this.stack(user).slice(0, -1));
    this.#changed();
  }

  clear(user: string): void {
    this.#stacks.delete(user);
    this.#changed();
  }

  #find({ id, externalId }: { id?: string; externalId?: string }): ShownView | undefined {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()].find((view) =>
      id === undefined
        ? externalId !== undefined && view.external_id === externalId
        : view.id === id,
    );
  }

  #refuseSecond({ external_id: externalId }: Fields): void {
    if (typeof externalId === 'string' && externalId !== '' && this.#find({ externalId })) {
      throw new Refusal('duplicate_external_id');
    }
  }

  #setTop(below: readonly ShownView[], view: ShownView): ShownView {
    this.#stacks.set(view.user, [...below, view]);
    this.#changed();
    return view;
  }

  #show(user: string, type: ShownView['type'], view: Fields, below?: ShownView): ShownView {
    const id = this.#mint('V');
    return {
      id,
      user,
      type,
      hash: `${this.#mint('')}.hash`,
      root_view_id: below?.root_view_id ?? id,
      previous_view_id: below?.id ?? null,
      callback_id: String(view.callback_id ?? ''),
      private_metadata: String(view.private_metadata ?? ''),
      external_id: String(view.external_id ?? ''),
      notify_on_close: view.notify_on_close === true,
      clear_on_close: view.clear_on_close === true,
      blocks: withBlockIds(view.blocks, () => this.#mint('b')),
      ...(isFields(view.title) ? { title: view.title } : {}),
      ...(isFields(view.submit) ? { submit: view.submit } : {}),
      ...(isFields(view.close) ? { close: view.close } : {}),
    };
  }
}

/** A view as answers and payloads carry it. */
export function viewOutput(view: ShownView, state: Fields = { values: {} }): Fields {
  const { user: _, errors: __, trouble: ___, ...shown } = view;
  return present({
    ...shown,
    team_id: TEAM.id,
    app_id: APP_ID,
    bot_id: BOT_ID,
    app_installed_team_id: TEAM.id,
    submit: shown.submit ?? null,
    close: shown.close ?? null,
    state,
  });
}
