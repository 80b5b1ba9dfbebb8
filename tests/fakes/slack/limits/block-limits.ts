import type { z } from 'zod';
import { type Fields, fieldsIn, listIn, objectsIn } from '../fields.ts';
import { block, ONLY_ON, type Surface } from './blocks.ts';
import { lengthOf, shownTexts } from './shown-text.ts';

const MAX_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MAX_MARKDOWN = 12_000;
const MAX_TABLE_TEXT = 10_000;
const MAX_DATA_TABLE_TEXT = 20_000;
/** Seen on the real Slack, not documented. */
export const MAX_BLOCK_TEXT = 13_200;

/** One thing wrong with blocks, as `blocks.validate` says it. */
export interface BlockProblem {
  readonly code: string;
  readonly message: string;
  /** JSON pointer below the blocks. */
  readonly pointer: string;
}

/** Everything wrong with blocks on a surface; empty when Slack takes them. */
export function blockProblems(blocks: unknown, surface: Surface): BlockProblem[] {
  if (!Array.isArray(blocks)) {
    return [problem('must be an array of blocks', '')];
  }
  return [
    ...(blocks.length > MAX_BLOCKS[surface]
      ? [problem(`no more than ${MAX_BLOCKS[surface]} items allowed`, '')]
      : []),
    ...blocks.flatMap((each, index) => shapeProblems(each, `/${index}`, surface)),
    ...(surface === 'message' ? messageProblems(blocks) : []),
    ...duplicateIds(blocks),
  ];
}

function shapeProblems(value: unknown, pointer: string, surface: Surface): BlockProblem[] {
  const type = String(fieldsIn(value).type);
  const surfaces = ONLY_ON[type];
  if (surfaces && !surfaces.includes(surface)) {
    return [problem(`unsupported type: ${type} (not on a ${surface})`, pointer)];
  }
  const { error } = block.safeParse(value);
  return (error?.issues ?? []).map((issue) => ({
    code: 'invalid_block',
    message: explain(issue),
    pointer: [pointer, ...issue.path.map(String)].join('/'),
  }));
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    return 'unsupported type';
  }
  return issue.message;
}

/** What a message as a whole may hold. */
function messageProblems(blocks: readonly unknown[]): BlockProblem[] {
  const ofType = (type: string): Fields[] =>
    everyBlock(blocks).filter((each) => each.type === type);
  const tables = ofType('table');
  const rules: [boolean, string, string][] = [
    [
      lengthOf(ofType('markdown')) > MAX_MARKDOWN,
      'invalid_blocks',
      `markdown blocks of a message together hold no more than ${MAX_MARKDOWN} characters`,
    ],
    [tables.length > 1, 'invalid_attachments', 'only_one_table_allowed'],
    [
      lengthOf(tables) > MAX_TABLE_TEXT,
      'invalid_blocks',
      `cells of tables together hold no more than ${MAX_TABLE_TEXT} characters`,
    ],
    [
      lengthOf(ofType('data_table')) > MAX_DATA_TABLE_TEXT,
      'invalid_blocks',
      `cells of data tables together hold no more than ${MAX_DATA_TABLE_TEXT} characters`,
    ],
    [
      lengthOf(blocks) > MAX_BLOCK_TEXT,
      'msg_blocks_too_long',
      `blocks hold ${shownTexts(blocks).reduce((sum, { text }) => sum + text.length, 0)} characters, about ${MAX_BLOCK_TEXT} are taken`,
    ],
  ];
  return rules
    .filter(([isBroken]) => isBroken)
    .map(([, code, message]) => ({ code, message, pointer: '' }));
}

/** Blocks and the blocks inside containers. */
export const everyBlock = (blocks: unknown): Fields[] =>
  objectsIn(blocks).flatMap((each) => [each, ...everyBlock(each.child_blocks)]);

function duplicateIds(blocks: readonly unknown[]): BlockProblem[] {
  const all = everyBlock(blocks);
  return [
    ...repeated(all.map(({ block_id: id }) => id)).map((id) =>
      problem(`block_id "${id}" already exists`, ''),
    ),
    ...all.flatMap((each) =>
      repeated(elementsOf(each).map(({ action_id: id }) => id)).map((id) =>
        problem(`action_id "${id}" already exists for another action`, ''),
      ),
    ),
  ];
}

/** Everything in a block that people can use. */
export const elementsOf = (each: Fields): Fields[] => [
  ...objectsIn(each.elements).flatMap((element) =>
    element.type === 'card' ? objectsIn(element.actions) : [element],
  ),
  ...objectsIn(each.actions),
  ...objectsIn(listIn([each.accessory, each.element])),
];

const repeated = (ids: readonly unknown[]): string[] => [
  ...new Set(
    ids
      .filter((id): id is string => typeof id === 'string')
      .filter((id, i, all) => all.indexOf(id) !== i),
  ),
];

const problem = (message: string, pointer: string): BlockProblem => ({
  code: 'invalid_block',
  message,
  pointer,
});

export const asLine = ({ message, pointer }: BlockProblem): string =>
  `[ERROR] ${message} [json-pointer:/blocks${pointer}]`;
