import { type Tool, ToolSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Operation } from '../operations/operation.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { NAMED_SCHEMAS } from '../operations/schemas.ts';

/** What other assistants can ask, by name: the very operations of the web service. */
export const TOOLS: ReadonlyMap<string, Operation> = new Map(
  OPERATIONS.flatMap((operation) => (operation.tool === null ? [] : [[operation.tool, operation]])),
);

/** Clients check by draft 7. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-7' });
  return { ...rest, type: 'object' };
}

export const toolList = (): Tool[] =>
  [...TOOLS].map(([name, { summary, input, answers }]) =>
    ToolSchema.parse({
      name,
      description: `${summary}。`,
      inputSchema: schemaOf(input?.schema ?? z.strictObject({}), 'input'),
      outputSchema: schemaOf(NAMED_SCHEMAS[answers], 'output'),
      annotations: { readOnlyHint: true, openWorldHint: false },
    }),
  );
