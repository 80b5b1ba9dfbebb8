import type { Ack } from '../deliveries.ts';
import { type Fields, fieldsIn } from '../fields.ts';
import { APP_ID, BOT_USER } from '../workspace.ts';
import type { World } from '../world.ts';
import type { Person, Said } from './person.ts';

/** Posts an address; the app hears of it where the domain is one of its own. */
export async function shareLink(
  world: World,
  person: Person,
  channelId: string,
  url: string,
  source: 'composer' | 'conversations_history' = 'conversations_history',
): Promise<Said> {
  const said = await person.say(channelId, url);
  const { hostname } = new URL(url);
  const domain = world.manifest.features.unfurl_domains.find(
    (own) => hostname === own || hostname.endsWith(`.${own}`),
  );
  if (domain === undefined) {
    return said;
  }
  const isComposer = source === 'composer';
  const ack = await world.announce({
    type: 'link_shared',
    channel: isComposer ? 'COMPOSER' : channelId,
    user: person.id,
    message_ts: isComposer ? world.mint('unfurl-') : said.ts,
    is_bot_user_member: world.workspace.channel(channelId).members.has(BOT_USER),
    unfurl_id: `${channelId}.${said.ts}`,
    source,
    links: [{ domain, url }],
    event_ts: world.nextTs(),
  });
  const acks = [...said.acks, ...(ack ? [ack] : [])];
  return { ...said, acks, eventIds: acks.map(({ id }) => id) };
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
