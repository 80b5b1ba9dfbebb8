import type { Ack } from '../deliveries.ts';
import { type Fields, fieldsIn } from '../fields.ts';
import { ownDomain } from '../methods/links.ts';
import { APP_ID, BOT_USER, type Member } from '../workspace.ts';
import type { World } from '../world.ts';
import type { Said } from './person.ts';
import { say } from './writing.ts';

/** An address shared: in a message, or typed and not sent yet. */
export interface Shared {
  /** Only when it was sent. */
  readonly said: Said | undefined;
  /** Only when the address is one of the app's own. */
  readonly unfurlId: string | undefined;
  readonly ack: Ack | undefined;
}

/** Posts an address, or types it only; the app hears of it where the domain is its own. */
export async function shareLink(
  world: World,
  member: Member,
  channelId: string,
  url: string,
  source: 'composer' | 'conversations_history',
): Promise<Shared> {
  const said = source === 'composer' ? undefined : await say(world, member, channelId, url);
  const domain = ownDomain(world, url);
  if (domain === undefined) {
    return { said, unfurlId: undefined, ack: undefined };
  }
  const unfurlId = world.previews.register(
    said
      ? { source: 'conversations_history', channel: channelId, ts: said.ts }
      : { source: 'composer', url },
  );
  const ack = await world.announce({
    type: 'link_shared',
    channel: said ? channelId : 'COMPOSER',
    user: member.id,
    message_ts: said?.ts ?? unfurlId,
    is_bot_user_member: world.workspace.channel(channelId).members.has(BOT_USER),
    unfurl_id: unfurlId,
    source,
    links: [{ domain, url }],
    event_ts: world.nextTs(),
  });
  return { said, unfurlId, ack };
}

/** Runs the app's step of a workflow. @throws when the app has no such step */
export async function runStep(
  world: World,
  callbackId: string,
  inputs: Fields,
): Promise<{ readonly id: string; readonly ack: Ack | undefined }> {
  const definition = world.manifest.functions[callbackId];
  if (!definition) {
    throw new Error(`The app has no workflow step ${callbackId}`);
  }
  const step = world.steps.start(callbackId, inputs);
  const ack = await world.announce({
    type: 'function_executed',
    function: {
      id: `Fn${callbackId}`,
      callback_id: callbackId,
      title: definition.title,
      description: definition.description,
      type: 'app',
      input_parameters: parametersOf(definition.input_parameters),
      output_parameters: parametersOf(definition.output_parameters),
      app_id: APP_ID,
      date_created: 0,
      date_updated: 0,
      date_deleted: 0,
    },
    inputs,
    function_execution_id: step.id,
    workflow_execution_id: `W${step.id}`,
    bot_access_token: step.token,
    event_ts: world.nextTs(),
  });
  return { id: step.id, ack };
}

const parametersOf = (parameters: {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[] | undefined;
}): Fields[] =>
  Object.entries(parameters.properties).map(([name, property]) => ({
    name,
    ...fieldsIn(property),
    is_required: parameters.required?.includes(name) ?? false,
  }));
