import { type Fields, isFields, textIn } from './fields.ts';
import { refusalWithMessages } from './refusal.ts';

export type TokenKind = 'bot' | 'app' | 'step' | 'configuration' | 'none';

/** Does what one Web API method does, and answers without `ok`. Throws Refusal. */
export type ApiMethod = (args: Fields, token: string) => Fields;

export type ApiMethods = Readonly<Record<string, ApiMethod>>;

/** An argument that must be there. */
export function required(args: Fields, name: string): string {
  const value = textIn(args[name]);
  if (value === undefined || value === '') {
    throw refusalWithMessages('invalid_arguments', [
      `[ERROR] missing required field: ${name} [json-pointer:/${name}]`,
    ]);
  }
  return value;
}

export const isTrue = (value: unknown): boolean => value === true || value === 'true';

const TEXTS = new Set(['text', 'markdown_text', 'status', 'title', 'error', 'private_metadata']);

/** Arguments of a form or a JSON body; nothing when the JSON is none. Text of a form is left alone, else JSON in it is read. */
export function parseArguments(contentType: string, body: string): Fields | undefined {
  if (contentType.includes('json')) {
    const parsed = parsedJson(body);
    return isFields(parsed) ? parsed : undefined;
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      TEXTS.has(name) || !/^[{[]/u.test(value) ? value : (parsedJson(value) ?? value),
    ]),
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
