import type { App } from '../../../app.ts';
import { knownDocument } from '../render/known-document.ts';

const MAX_PROMPTS = 4;
const MAX_TITLE_CHARS = 40;

interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** An example question of each of the first documents. */
export const suggestedPrompts = (app: App): [Prompt, ...Prompt[]] => {
  const [first, ...others] = app
    .documents()
    .flatMap(({ id }) => knownDocument(app.document(id)).examples.slice(0, 1))
    .slice(0, MAX_PROMPTS)
    .map((message) => ({ title: titleOf(message), message }));
  return [first ?? { title: '收录了哪些文件？', message: '收录了哪些文件？' }, ...others];
};

const titleOf = (question: string): string => {
  const letters = Array.from(question);
  const isLong = letters.length > MAX_TITLE_CHARS;
  return isLong ? `${letters.slice(0, MAX_TITLE_CHARS - 1).join('')}…` : question;
};
