import type { PlanIndex } from '../indexing/plan-index.ts';
import type { DocumentInfo } from '../model.ts';

/** As many are tried, at most, to find those that are answered. */
const TRIED = 9;
const WANTED = 3;

/**
 * Questions that these documents do answer: of several documents and sorts, other ones for another `seed`.
 * @param isAnswered asks a question and tells whether the documents answer it
 */
export async function exampleQuestions(
  index: PlanIndex,
  seed: string,
  isAnswered: (question: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const candidates = candidatesOf(index, numberOf(seed) % SETS);
  const known = tried.get(index) ?? new Map<string, boolean>();
  tried.set(index, known);
  const examples: string[] = [];
  for (const question of candidates.slice(0, TRIED)) {
    if (examples.length === WANTED) break;
    const isGood = known.get(question) ?? (await isAnswered(question));
    known.set(question, isGood);
    if (isGood) examples.push(question);
  }
  return examples;
}

/** Whether each question that was tried is answered: the same index always says the same. */
const tried = new WeakMap<PlanIndex, Map<string, boolean>>();
/** So many sets of examples there are: what was tried for one person serves the next. */
const SETS = 12;

/** One document after the other, each time asked for something of another sort. */
function candidatesOf(index: PlanIndex, seed: number): readonly string[] {
  const { documents } = index;
  const sorts = [ofIndicator, ofTask, ofSection];
  const rounds = Array.from({ length: Math.max(documents.length, TRIED) }, (_, at) => at);
  const questions = rounds.flatMap((at) => {
    const document = documents[(seed + at) % Math.max(1, documents.length)];
    if (!document) return [];
    const ordered = [...sorts.slice(at % sorts.length), ...sorts.slice(0, at % sorts.length)];
    for (const sort of ordered) {
      const question = sort(document, index, seed + at);
      if (question !== undefined) return [question];
    }
    return [];
  });
  return [...new Set(questions)];
}

type ExampleOf = (document: DocumentInfo, index: PlanIndex, seed: number) => string | undefined;

const nameOf = ({ region, shortTitle }: DocumentInfo): string => region ?? shortTitle;

const ofIndicator: ExampleOf = (document, { indicators }, seed) => {
  const own = indicators.filter(
    ({ documentId, target }) => documentId === document.id && /\d/u.test(target ?? ''),
  );
  const one = own[seed % Math.max(1, own.length)];
  return one && `${nameOf(document)}${one.targetYear}年${one.name}的目标是多少？`;
};

const ofTask: ExampleOf = (document, { responsibilities }, seed) => {
  const own = responsibilities.filter(
    ({ documentId, leads, title }) =>
      documentId === document.id && leads.length > 0 && THEME.test(title),
  );
  const one = own[seed % Math.max(1, own.length)];
  return one && `${nameOf(document)}“${one.title}”由谁负责？`;
};

/** A heading without figures and signs, as people would name a theme. */
const THEME = /^[\p{Script=Han}]{4,18}$/u;

const ofSection: ExampleOf = (document, index, seed) => {
  const titles = index
    .passagesOf(document.id)
    .filter(({ kind }) => kind === 'text')
    .map(({ headingPath }) =>
      (headingPath.at(-1) ?? '').replace(
        /^(?:[（(]?[^\s）)、．.]{1,4}[）)、．.\s]+|[一二三四五六七八九十]+[是要])/u,
        '',
      ),
    )
    .filter((title) => THEME.test(title));
  const one = titles[(seed * 7) % Math.max(1, titles.length)];
  return one && `${nameOf(document)}在“${one}”上有什么安排？`;
};

const numberOf = (seed: string): number =>
  Array.from(seed).reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    0,
  );
