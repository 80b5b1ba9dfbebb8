import type { Ack } from '../deliveries.ts';
import { wireMessage } from '../echoes.ts';
import type { Fields } from '../fields.ts';
import { elementsOf, everyBlock } from '../limits/block-limits.ts';
import type { SlackMessage } from '../messages.ts';
import { type ShownView, viewOutput } from '../views.ts';
import type { World } from '../world.ts';
import { type Choice, chosenValue } from './element-values.ts';
import { actionTs, channelOf, interactionBase } from './interaction.ts';

export interface ClickOptions {
  /** What is chosen or typed; `positive` or `negative` for feedback buttons. */
  readonly choose?: Choice;
  /** Which block, when several have an element of this action id. */
  readonly blockId?: string;
  /** Which of several by its value. */
  readonly value?: string;
}

type Target = SlackMessage | ShownView;

const isView = (target: Target): target is ShownView => 'hash' in target;

/** Uses an element; the app is told, and acknowledges. @throws when there is no such element */
export async function click(
  world: World,
  user: string,
  target: Target,
  actionId: string,
  options: ClickOptions = {},
): Promise<Ack> {
  const { block, element } = findElement(now(world, user, target), actionId, options);
  const action = {
    ...chosenValue(element, options.choose),
    action_id: actionId,
    block_id: block.block_id,
    action_ts: actionTs(world),
  };
  return await world.deliveries.sendOnce('interactive', {
    ...interactionBase(world, user),
    type: 'block_actions',
    ...placeOf(world, user, target),
    trigger_id: world.triggers.mint(user, isView(target) ? target.id : undefined),
    actions: [action],
    state: { values: {} },
  });
}

/** Asks the app for the options of a menu. */
export async function suggest(
  world: World,
  user: string,
  target: Target,
  actionId: string,
  typed: string,
): Promise<Ack> {
  const { block } = findElement(now(world, user, target), actionId, {});
  const { response_url: _, ...place } = placeOf(world, user, target);
  return await world.deliveries.sendOnce('interactive', {
    ...interactionBase(world, user),
    type: 'block_suggestion',
    ...place,
    action_id: actionId,
    block_id: block.block_id,
    value: typed,
  });
}

/** The message or view as this person sees it now, which may differ from when the test took it. */
function now(world: World, user: string, target: Target): Target {
  const shown = isView(target)
    ? [...world.views.stack(user), world.views.home(user)].find((view) => view?.id === target.id)
    : target.visibleTo === undefined
      ? world.messages.find(target.channel, target.ts)
      : world.messages.ephemeralsFor(user).find(({ ts }) => ts === target.ts);
  if (!shown) {
    throw new Error(`${user} does not see that any more`);
  }
  return shown;
}

function findElement(
  target: Target,
  actionId: string,
  { blockId, value }: ClickOptions,
): { readonly block: Fields; readonly element: Fields } {
  const all = everyBlock(target.blocks).flatMap((block) =>
    elementsOf(block).map((element) => ({ block, element })),
  );
  const found = all.find(
    ({ block, element }) =>
      element.action_id === actionId &&
      (blockId === undefined || block.block_id === blockId) &&
      (value === undefined || element.value === value),
  );
  if (!found) {
    const known = all.map(({ element }) => String(element.action_id)).join(', ');
    throw new Error(`Nothing to use is called ${actionId} here, only: ${known || 'nothing'}`);
  }
  return found;
}

/** Where it happened. Of a message for one person Slack sends no text. */
function placeOf(world: World, user: string, target: Target): Record<string, unknown> {
  if (isView(target)) {
    return { container: { type: 'view', view_id: target.id }, view: viewOutput(target) };
  }
  const { channel, ts, thread_ts: threadTs, visibleTo } = target;
  const isEphemeral = visibleTo !== undefined;
  const url = world.responseUrls.mint(user, channel, { ts, isEphemeral });
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    },
    channel: channelOf(world, channel),
    ...(isEphemeral ? {} : { message: wireMessage(target) }),
    response_url: `${world.origin()}/response/${url.id}`,
  };
}
