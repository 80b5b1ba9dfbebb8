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

/** Of each theme a question that is answered rightly, of some two where others have none: few, so that nobody waits. */
export async function answeredExamples(app: App): Promise<readonly string[]> {
  const examples = new Set<string>();
  for (const count of [1, 2]) {
    for (const theme of themesOf(app)) {
      if (examples.size >= EXAMPLES) break;
      const { questions } = await answeredTheme({ ...theme, count }, app);
      for (const question of questions) examples.add(question);
    }
  }
  return [...examples];
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
  const answer = await app.ask(text);
  return answer.outcome === 'answered' && isRight(answer);
}
