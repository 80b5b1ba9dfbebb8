import type { App } from '../../../app.ts';
import { type Candidate, type QuestionTheme, questionThemes } from './starter-questions.ts';

/** Questions of one theme, each of which the documents answer. */
export interface AnsweredTheme {
  readonly title: string;
  readonly questions: readonly string[];
}

const themesOf = (app: App): readonly QuestionTheme[] =>
  questionThemes({
    documents: app.documents().map(({ id }) => app.document(id)),
    groups: app.indicators(),
    slogans: app.slogans(),
  });

/** So many questions show what can be asked. */
const EXAMPLES = 4;
/** Of one theme; the others have questions too. */
const TRIES_FOR_EXAMPLES = 6;

/**
 * Questions that are answered rightly, of as many themes as there are: the likeliest of each theme first, in turns,
 * and no more than are needed, so that nobody waits for them.
 */
export async function answeredExamples(app: App): Promise<readonly string[]> {
  const lists = themesOf(app).map(({ candidates }) => candidates.slice(0, TRIES_FOR_EXAMPLES));
  const examples: string[] = [];
  const left = lists.map((candidates) => [...candidates]);
  while (examples.length < EXAMPLES && left.some(({ length }) => length > 0))
    for (const candidates of left) {
      if (examples.length === EXAMPLES) break;
      const found = await nextAnswered(candidates, app);
      if (found !== undefined) examples.push(found.text);
    }
  return examples;
}

/** The first that is answered; those tried leave the list. */
async function nextAnswered(
  candidates: Candidate[],
  app: Pick<App, 'ask'>,
): Promise<Candidate | undefined> {
  for (let next = candidates.shift(); next !== undefined; next = candidates.shift())
    if (await isAnswered(next, app)) return next;
  return undefined;
}

/** Asks each question, and keeps those that are answered rightly. */
export async function answeredThemes(app: App): Promise<readonly AnsweredTheme[]> {
  const themes = themesOf(app);
  const answered: AnsweredTheme[] = [];
  for (const theme of themes) answered.push(await answeredTheme(theme, app));
  return answered.filter(({ questions }) => questions.length > 0);
}

/** So that a document full of questions nobody can answer does not keep the page waiting. */
const MAX_TRIES = 3;

async function answeredTheme(
  { title, count, candidates }: QuestionTheme,
  app: Pick<App, 'ask'>,
): Promise<AnsweredTheme> {
  const questions: string[] = [];
  for (const candidate of candidates.slice(0, MAX_TRIES * count)) {
    if (questions.length === count) break;
    if (await isAnswered(candidate, app)) questions.push(candidate.text);
  }
  return { title, questions };
}

async function isAnswered({ text, isRight }: Candidate, app: Pick<App, 'ask'>): Promise<boolean> {
  // Nobody waits, and nobody pays, for a model to word what is only offered to be asked.
  const answer = await app.ask(text, { inOwnWords: true });
  return answer.outcome === 'answered' && isRight(answer);
}
