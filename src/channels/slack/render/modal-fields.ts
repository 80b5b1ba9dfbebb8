import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';

/** What a submitted modal holds, as far as any of ours reads it: by block, then by action. */
const viewSchema = z.object({
  private_metadata: z.string().default(''),
  state: z.object({
    values: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          value: z.string().nullish(),
          selected_option: z.object({ value: z.string() }).nullish(),
          selected_conversation: z.string().nullish(),
          selected_options: z.array(z.object({ value: z.string() })).nullish(),
        }),
      ),
    ),
  }),
});

export interface ModalFields {
  readonly metadata: string;
  /** What was written, without white space at its ends. */
  text(name: string): string;
  /** The values chosen. */
  chosen(name: string): readonly string[];
  /** Id of the conversation chosen; empty where none was. */
  conversation(name: string): string;
}

/** Fields by the name that is both their block and their action. Throws INPUT_INVALID. */
export function modalFields(view: unknown): ModalFields {
  const result = viewSchema.safeParse(view);
  if (!result.success)
    throw new YoujuError('INPUT_INVALID', '没有读到填写的内容，请关闭后重新打开再填。', {
      cause: result.error,
    });
  const { private_metadata, state } = result.data;
  const fieldOf = (name: string) => state.values[name]?.[name];
  return {
    metadata: private_metadata,
    text: (name) => fieldOf(name)?.value?.trim() ?? '',
    conversation: (name) => fieldOf(name)?.selected_conversation ?? '',
    chosen: (name) => {
      const field = fieldOf(name);
      const options =
        field?.selected_options ?? (field?.selected_option ? [field.selected_option] : []);
      return options.map(({ value }) => value);
    },
  };
}
