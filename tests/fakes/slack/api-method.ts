import type { Fields } from './fields.ts';
import { textIn } from './fields.ts';
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

/** Arguments of a form or a JSON body; JSON inside a form is read, except in arguments that are text. */
export function parseArguments(contentType: string, body: string): Record<string, unknown> {
  if (contentType.includes('json')) {
    const parsed: unknown = JSON.parse(body || '{}');
    return { ...(parsed as Fields) };
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      TEXTS.has(name) ? value : parsedIfJson(value),
    ]),
  );
}

function parsedIfJson(value: string): unknown {
  if (!/^[{[]/u.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return value;
    }
    throw error;
  }
}
