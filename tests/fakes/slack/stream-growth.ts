import { z } from 'zod';
import { type Fields, objectsIn, textIn } from './fields.ts';
import { taskStatus } from './limits/blocks.ts';
import { checkBlocks, checkMessage } from './limits/message-limits.ts';
import { notesOn } from './limits/mrkdwn-safety.ts';
import { url } from './limits/text-objects.ts';
import { Refusal, refusalWithMessages } from './refusal.ts';
import type { World } from './world.ts';

const MAX_CHUNK_TEXT = 256;
const MAX_CHUNK_BLOCKS = 50;

const short = z.string().min(1).max(MAX_CHUNK_TEXT);
const source = z.strictObject({ type: z.literal('url'), url, text: z.string().min(1) });

const chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text: z.string().max(12_000) }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: short,
    status: taskStatus,
    details: z.string().max(MAX_CHUNK_TEXT).optional(),
    output: z.string().max(MAX_CHUNK_TEXT).optional(),
    sources: z.array(source).optional(),
    hide_title: z.boolean().optional(),
    icon: z.unknown().optional(),
  }),
  z.strictObject({ type: z.literal('plan_update'), title: short }),
  z.strictObject({ type: z.literal('blocks'), blocks: z.array(z.unknown()) }),
]);

type Chunk = z.infer<typeof chunk>;

/** What a streamed message has gathered so far. */
export interface StreamState {
  /** Whether content comes as `markdown_text` or as `chunks`: the first one decides. */
  readonly mode?: 'text' | 'chunks';
  readonly startedMs: number;
  readonly markdown: string;
  /** Cards by id; titles and states are replaced, details and output grow. */
  readonly tasks: Readonly<Record<string, Fields>>;
  readonly planTitle?: string;
  /** Blocks that came in chunks. */
  readonly blocks: readonly Fields[];
}

/** The blocks people see of it. */
export const streamedBlocks = ({ markdown, tasks, planTitle, blocks }: StreamState): Fields[] => {
  const cards = Object.values(tasks);
  return [
    ...(cards.length === 0
      ? []
      : planTitle === undefined
        ? cards
        : [{ type: 'plan', title: planTitle, tasks: cards }]),
    ...(markdown === '' ? [] : [{ type: 'markdown', text: markdown }]),
    ...blocks,
  ];
};

/** The stream with what a call adds; the same object when it adds nothing. */
export function grown(world: World, where: string, state: StreamState, args: Fields): StreamState {
  const markdown = textIn(args.markdown_text);
  const { chunks } = args;
  if (markdown !== undefined && chunks !== undefined) {
    throw new Refusal('cannot_provide_both_markdown_text_and_chunks');
  }
  if (markdown === undefined && chunks === undefined) {
    return state;
  }
  const mode = markdown === undefined ? 'chunks' : 'text';
  if (state.mode !== undefined && state.mode !== mode) {
    throw new Refusal('streaming_mode_mismatch');
  }
  if (markdown !== undefined) {
    checkMessage({ markdown_text: markdown }, world.allowsMention);
    noteContent(world, where, { type: 'markdown', text: markdown });
    return { ...state, mode, markdown: state.markdown + markdown };
  }
  const known = readChunks(world, where, chunks);
  return { ...known.reduce((so, each) => withChunk(world, where, so, each), state), mode };
}

function readChunks(world: World, where: string, chunks: unknown): Chunk[] {
  const { data, error } = z.array(chunk).safeParse(chunks);
  if (error) {
    throw refusalWithMessages(
      'invalid_chunks',
      error.issues.map(
        ({ message, path }) => `[ERROR] ${message} [json-pointer:/chunks/${path.join('/')}]`,
      ),
    );
  }
  for (const each of data) {
    noteContent(world, where, { ...each, type: 'markdown' });
  }
  return data;
}

function withChunk(world: World, where: string, state: StreamState, each: Chunk): StreamState {
  switch (each.type) {
    case 'markdown_text':
      return { ...state, markdown: state.markdown + each.text };
    case 'plan_update':
      return { ...state, planTitle: each.title };
    case 'task_update':
      return { ...state, tasks: { ...state.tasks, [each.id]: taskOf(state.tasks[each.id], each) } };
    case 'blocks': {
      checkBlocks(each.blocks.slice(0, MAX_CHUNK_BLOCKS));
      const blocks = [...state.blocks, ...objectsIn(each.blocks)];
      if (blocks.length > MAX_CHUNK_BLOCKS) {
        const details = [`${blocks.length} blocks in chunks`];
        world.violations.push({ code: 'blocks_dropped', where, details, args: {} });
      }
      return { ...state, blocks: blocks.slice(0, MAX_CHUNK_BLOCKS) };
    }
  }
}

/** Details and output grow, the rest is replaced. */
function taskOf(known: Fields = {}, update: Extract<Chunk, { type: 'task_update' }>): Fields {
  const { id, details, output, type: _, ...rest } = update;
  const join = (name: string, text: string | undefined): Fields =>
    text === undefined ? {} : { [name]: `${textIn(known[name]) ?? ''}${text}` };
  return {
    ...known,
    ...rest,
    type: 'task_card',
    task_id: id,
    ...join('details', details),
    ...join('output', output),
  };
}

export function noteContent(world: World, where: string, content: Fields): void {
  for (const { code, details } of notesOn(undefined, content, world.allowsMention)) {
    world.violations.push({ code, where, details, args: content });
  }
}
