import type { Fields } from './fields.ts';

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
