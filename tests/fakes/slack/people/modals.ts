import type { Ack } from '../deliveries.ts';
import { type Fields, fieldsIn, isFields } from '../fields.ts';
import { everyBlock } from '../limits/block-limits.ts';
import { checkedView } from '../limits/view-limits.ts';
import { Refusal } from '../refusal.ts';
import { type ShownView, viewOutput } from '../views.ts';
import type { World } from '../world.ts';
import { type Choice, chosenValue, isBlank } from './element-values.ts';
import { interactionBase } from './interaction.ts';

/**
 * Presses the button of the topmost modal and does what the app answers: close, update, push, clear, errors.
 * @param values by action id or block id
 * @throws when the modal is not on top, has no button, or a needed field is empty: Slack would not send it
 */
export async function submitModal(
  world: World,
  view: ShownView,
  values: Readonly<Record<string, Choice>>,
): Promise<Ack> {
  const shown = topmost(world, view);
  if (!shown.submit) {
    throw new Error('This modal has no button to submit it');
  }
  const state = { values: stateOf(shown, values) };
  const ack = await world.deliveries.sendOnce('interactive', {
    ...interactionBase(world, shown.user),
    type: 'view_submission',
    trigger_id: world.triggers.mint(shown.user, shown.id),
    view: viewOutput(shown, state),
    response_urls: [],
  });
  if (ack.acknowledged) {
    follow(world, shown, fieldsIn(ack.payload));
  } else {
    world.views.replace({ ...shown, trouble: '连接出了点问题，请重试。' });
  }
  return ack;
}

/** Closes the topmost modal. @throws when it is not on top */
export async function closeModal(world: World, view: ShownView): Promise<Ack | undefined> {
  const shown = topmost(world, view);
  world.views.pop(shown.user);
  return shown.notify_on_close
    ? await world.deliveries.sendOnce(
        'interactive',
        {
          ...interactionBase(world, shown.user),
          type: 'view_closed',
          view: viewOutput(shown),
          is_cleared: false,
        },
        false,
      )
    : undefined;
}

function topmost(world: World, { user, id }: ShownView): ShownView {
  const top = world.views.top(user);
  if (top?.id !== id) {
    throw new Error(`That modal is not what ${user} sees on top`);
  }
  return top;
}

function stateOf(view: ShownView, values: Readonly<Record<string, Choice>>): Fields {
  const fields = everyBlock(view.blocks).filter(({ type }) => type === 'input');
  const known = new Set<string>();
  const state = Object.fromEntries(
    fields.map((block) => {
      const element = fieldsIn(block.element);
      const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
      known.add(blockId).add(actionId);
      const value = chosenValue(element, values[actionId] ?? values[blockId]);
      refuseImpossible(block, element, value);
      return [blockId, { [actionId]: value }];
    }),
  );
  const stray = Object.keys(values).filter((name) => !known.has(name));
  if (stray.length > 0) {
    throw new Error(`This modal has no field ${stray.join(', ')}, only ${[...known].join(', ')}`);
  }
  return state;
}

/** What Slack's own form does not let a person send. */
function refuseImpossible(block: Fields, element: Fields, value: Fields): void {
  if (block.optional !== true && isBlank(value)) {
    throw new Error(`${String(element.action_id)} must be filled in before this can be submitted`);
  }
  const typed = typeof value.value === 'string' ? value.value.length : 0;
  const max = typeof element.max_length === 'number' ? element.max_length : 3_000;
  if (typed > max) {
    throw new Error(`${String(element.action_id)} takes no more than ${max} characters`);
  }
}

/** Does what the app's answer says. A wrong view in it is a violation, and people see trouble. */
function follow(world: World, view: ShownView, answer: Fields): void {
  try {
    obey(world, view, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error;
    }
    world.violations.push({
      code: error.code,
      where: 'view ack',
      details: [error.message],
      args: answer,
    });
    world.views.replace({ ...view, trouble: '连接出了点问题，请重试。' });
  }
}

function obey(world: World, view: ShownView, answer: Fields): void {
  const { errors: _, trouble: __, ...clean } = view;
  switch (answer.response_action) {
    case undefined:
      world.views.pop(view.user);
      return;
    case 'clear':
      world.views.clear(view.user);
      return;
    case 'errors':
      world.views.replace({ ...clean, errors: errorsIn(answer, view) });
      return;
    case 'update':
      world.views.update({ id: view.id }, checkedView(world, 'view ack', answer.view, 'modal'));
      return;
    case 'push':
      world.views.push(view.user, checkedView(world, 'view ack', answer.view, 'modal'));
      return;
    default:
      throw new Refusal('invalid_response_action');
  }
}

/** @throws Refusal unless every error belongs to a field of the modal */
function errorsIn({ errors }: Fields, view: ShownView): Fields {
  const ids = everyBlock(view.blocks)
    .filter(({ type }) => type === 'input')
    .map(({ block_id }) => block_id);
  if (!isFields(errors) || Object.keys(errors).some((id) => !ids.includes(id))) {
    throw new Refusal('invalid_errors');
  }
  return errors;
}
