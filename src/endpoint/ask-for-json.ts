import { z } from 'zod';
import type { ChatEndpoint, ChatMessage, ChatOptions } from './chat-endpoint.ts';
import { EndpointError } from './endpoint-error.ts';

export interface JsonQuestion<Form extends z.ZodType> {
  readonly messages: readonly ChatMessage[];
  /** Short, for the endpoint. */
  readonly name: string;
  readonly form: Form;
  readonly maxTokens: number;
}

/**
 * Asks for an answer of a form and waits for all of it. What stands round the object (thoughts, a fence) is passed
 * over. Throws EndpointError, `malformed` where the answer has another form.
 */
export async function askForJson<Form extends z.ZodType>(
  endpoint: ChatEndpoint,
  { messages, name, form, maxTokens }: JsonQuestion<Form>,
  options: ChatOptions,
): Promise<z.infer<Form>> {
  const schema = { name, jsonSchema: z.toJSONSchema(form) };
  let text = '';
  for await (const delta of endpoint.stream({ messages, schema, maxTokens }, options))
    text += delta;
  const parsed = form.safeParse(jsonIn(text));
  if (!parsed.success) throw new EndpointError('malformed');
  return parsed.data;
}

/** The outermost object of a text; undefined where there is none. */
function jsonIn(text: string): unknown {
  const answer = text.slice(text.lastIndexOf('</think>') + 1);
  try {
    return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
