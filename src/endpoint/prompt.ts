import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChatMessage } from './chat-endpoint.ts';

const FOLDER = fileURLToPath(new URL('../../prompts/', import.meta.url));
const FILE =
  /^<!-- version (?<version>\d+) -->\s+## system\s+(?<system>.+?)\s+## user\s+(?<user>.+?)\s*$/su;

/** A text of prompts/, ready to be filled. */
export interface Prompt<Slot extends string> {
  /** Name and version. */
  readonly id: string;
  /** What is filled in is never read as a template itself. */
  fill(slots: Readonly<Record<Slot, string>>): Promise<ChatMessage[]>;
}

/**
 * @param name of the file without `.md`
 * @param slots exactly those it has as `{{slot}}`
 */
export async function loadPrompt<Slot extends string>(
  name: string,
  slots: readonly Slot[],
): Promise<Prompt<Slot>> {
  const { version, system, user } =
    FILE.exec(readFileSync(`${FOLDER}${name}.md`, 'utf8'))?.groups ?? {};
  if (version === undefined || system === undefined || user === undefined)
    throw new Error(`prompt ${name} lacks its version, system or user part`);
  // Only who asks a model waits for the templates to be read in.
  const { ChatPromptTemplate } = await import('@langchain/core/prompts');
  const template = ChatPromptTemplate.fromMessages(
    [
      ['system', system],
      ['user', user],
    ],
    { templateFormat: 'mustache' },
  );
  if ([...template.inputVariables].sort().join() !== [...slots].sort().join())
    throw new Error(`prompt ${name} has the slots ${template.inputVariables.join()}`);
  return {
    id: `${name}@${version}`,
    async fill(values) {
      const messages = await template.formatMessages(values);
      return messages.map((message) => ({
        role: message.type === 'system' ? 'system' : 'user',
        content: message.text,
      }));
    },
  };
}
