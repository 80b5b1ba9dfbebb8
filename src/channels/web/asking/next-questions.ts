import type { App } from '../../../app.ts';
import type { Answer } from '../../../model.ts';

const MOST = 3;

/**
 * Questions to go on with, each of which the documents answer: those that go with the answer, or else, where there
 * is none, others; not the same for every question.
 */
export async function nextQuestions(
  { question, outcome, suggestions = [] }: Answer,
  app: Pick<App, 'isAnswered'>,
  examplesOf: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (outcome === 'rejected') return [];
  const own: string[] = [];
  for (const suggestion of suggestions) if (await app.isAnswered(suggestion)) own.push(suggestion);
  if (own.length > 0 || outcome === 'answered') return own.slice(0, MOST);
  const examples = await examplesOf();
  const start = sumOf(question) % Math.max(1, examples.length);
  return [...examples.slice(start), ...examples.slice(0, start)]
    .filter((each) => each !== question)
    .slice(0, MOST);
}

const sumOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
