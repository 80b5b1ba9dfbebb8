import { type ApiMethods, required } from '../api-method.ts';
import { type Fields, fieldsIn } from '../fields.ts';
import { blockProblems } from '../limits/block-limits.ts';
import { manifestErrors } from '../manifest-schema.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** Workflow steps, and what concerns the app itself. */
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
