import { z } from 'zod';
import { type Fields, fieldsIn, isFields } from '../fields.ts';
import { Refusal, refusalWithMessages } from '../refusal.ts';
import type { World } from '../world.ts';
import { asLine, blockProblems, everyBlock } from './block-limits.ts';
import { notesOn } from './mrkdwn-safety.ts';
import { plain } from './text-objects.ts';

const MAX_BYTES = 250_000;

const every = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3_000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...every,
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const home = z.strictObject({ type: z.literal('home'), ...every });

const view = z.discriminatedUnion('type', [modal, home]);

/**
 * A view as Slack takes it.
 * @param type what the method shows; either when left out
 * @throws Refusal
 */
export function checkedView(
  world: Pick<World, 'violations' | 'allowsMention'>,
  where: string,
  value: unknown,
  type?: 'modal' | 'home',
): Fields {
  const problems = viewProblems(value);
  if (type && fieldsIn(value).type !== type) {
    problems.push(`[ERROR] must be a ${type} view [json-pointer:/view/type]`);
  }
  if (!isFields(value) || problems.length > 0) {
    throw refusalWithMessages('invalid_arguments', problems);
  }
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_BYTES) {
    throw new Refusal('view_too_large');
  }
  for (const { code, details } of notesOn(undefined, value, world.allowsMention)) {
    world.violations.push({ code, where, details, args: { view: value } });
  }
  return value;
}

function viewProblems(value: unknown): string[] {
  const { error } = view.safeParse(value);
  const { type, blocks, submit } = fieldsIn(value);
  const surface = type === 'home' ? 'home' : 'modal';
  const needsSubmit =
    surface === 'modal' && everyBlock(blocks).some((each) => each.type === 'input');
  return [
    ...(error?.issues ?? []).map(
      ({ message, path }) =>
        `[ERROR] ${message} [json-pointer:/view/${path.map(String).join('/')}]`,
    ),
    ...(needsSubmit && submit === undefined
      ? ['[ERROR] missing required field: submit [json-pointer:/view/submit]']
      : []),
    ...blockProblems(blocks, surface).map(asLine),
  ];
}
