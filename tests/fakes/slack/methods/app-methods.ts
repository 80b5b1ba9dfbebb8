import { type ApiMethods, required } from '../api-method.ts';
import { messageForApp } from '../channel-access.ts';
import { changedEvent } from '../echoes.ts';
import { type Fields, fieldsIn, isFields, textIn } from '../fields.ts';
import { blockProblems } from '../limits/block-limits.ts';
import { checkBlocks } from '../limits/message-limits.ts';
import { notesOn } from '../limits/mrkdwn-safety.ts';
import { manifestErrors } from '../manifest-schema.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** Links, workflow steps, and what concerns the app itself. */
export const appMethods = (world: World, mintSocketUrl: () => string): ApiMethods => ({
  'apps.connections.open': () => ({ url: mintSocketUrl() }),
  'apps.manifest.validate': (args) => {
    const { manifest } = args;
    const errors = manifestErrors(typeof manifest === 'string' ? JSON.parse(manifest) : manifest);
    if (errors.length > 0) {
      throw new Refusal('invalid_manifest', { errors });
    }
    return { errors: [] };
  },
  'blocks.validate': (args) => validateBlocks(args),
  'chat.unfurl': (args) => unfurl(world, args),
  'functions.completeSuccess': (args, token) => {
    const id = ownStep(world, args, token);
    world.steps.finish(id, { outputs: checkedOutputs(world, id, args.outputs) });
    return {};
  },
  'functions.completeError': (args, token) => {
    world.steps.finish(ownStep(world, args, token), { error: required(args, 'error') });
    return {};
  },
});

function validateBlocks(args: Fields): Fields {
  const view = fieldsIn(args.view);
  const blocks = args.blocks ?? fieldsIn(args.message).blocks ?? view.blocks;
  const surface = view.type === 'home' ? 'home' : view.type === 'modal' ? 'modal' : 'message';
  const errors = blockProblems(blocks, surface).map(({ code, message, pointer }) => ({
    code,
    message,
    pointer: `/blocks${pointer}`,
    field: pointer.split('/').at(-1) ?? '',
  }));
  if (errors.length > 0) {
    throw new Refusal('invalid_blocks', { errors });
  }
  return {};
}

/** The message of the unfurl: by channel and time, or by the id the event gave. */
function unfurl(world: World, args: Fields): Fields {
  const id = textIn(args.unfurl_id);
  const [channel = '', ts = ''] =
    id === undefined
      ? [required(args, 'channel'), required(args, 'ts')]
      : id.split(/\.(?<ts>.*)/su);
  if (id !== undefined && textIn(args.source) === undefined) {
    throw new Refusal('invalid_arguments');
  }
  const before = messageForApp(world, channel, ts);
  const { unfurls } = args;
  if (!isFields(unfurls)) {
    throw new Refusal('missing_unfurls');
  }
  for (const [url, shown] of Object.entries(unfurls)) {
    checkUnfurl(world, before.text, url, fieldsIn(shown));
  }
  const after = world.messages.change(before, {
    unfurls: { ...before.unfurls, ...(unfurls as Record<string, Fields>) },
  });
  void world.announce(changedEvent(world, before, after));
  return {};
}

/** @throws Refusal when the address is not in the message exactly as written, or the blocks are wrong */
function checkUnfurl(world: World, text: string, url: string, shown: Fields): void {
  const { domains } = { domains: world.manifest.features.unfurl_domains };
  const { hostname } = new URL(url);
  if (!text.includes(`<${url}>`) || !domains.some((domain) => hostname.endsWith(domain))) {
    throw new Refusal('cannot_unfurl_url');
  }
  if (shown.blocks !== undefined) {
    checkBlocks(shown.blocks);
  }
  for (const { code, details } of notesOn(undefined, shown, world.allowsMention)) {
    world.violations.push({ code, where: 'chat.unfurl', details, args: shown });
  }
}

/** A step is finished with its own token. */
function ownStep(world: World, args: Fields, token: string): string {
  const id = required(args, 'function_execution_id');
  const step = world.steps.find(id);
  if (step && step.token !== token) {
    throw new Refusal('access_denied');
  }
  return id;
}

/** @throws Refusal unless the outputs are those the manifest promises, of their types */
function checkedOutputs(world: World, id: string, outputs: unknown): Fields {
  const step = world.steps.find(id);
  const declared = step && world.manifest.functions[step.callbackId]?.output_parameters;
  const given = fieldsIn(outputs);
  const wrong = [
    ...(declared?.required ?? []).filter((name) => !(name in given)),
    ...Object.entries(given)
      .filter(([name, value]) => declared?.properties[name]?.type !== typeof value)
      .map(([name]) => name),
  ];
  if (wrong.length > 0) {
    throw new Refusal('parameter_validation_failed', {
      response_metadata: { messages: wrong.map((name) => `[ERROR] output ${name}`) },
    });
  }
  return given;
}
