import type { Golden } from '../../src/evaluate/golden.ts';

/** A way to turn a question that its document answers into one that it does not. */
interface Change {
  readonly name: string;
  /** Undefined where the change does not fit the question. */
  readonly change: (question: string, golden: Golden) => string | undefined;
}

/** No document here plans for these, or tells of them. */
const FAR_YEARS = ['1987年', '2043年'];
const YEAR = /(?:19|20)\d{2}年|今年|去年/u;
const AIMED = /目标|计划|今年|要[建达控新]|打算|力争/u;

const bare = (question: string): string => question.replace(/[？?。！!]+$/u, '');

const CHANGES: readonly Change[] = [
  ...FAR_YEARS.map(
    (year): Change => ({
      name: `of ${year}`,
      change: (question) => (YEAR.test(question) ? question.replace(YEAR, year) : undefined),
    }),
  ),
  {
    name: 'whether it came about',
    change: (question, { type }) =>
      type === 'number' && AIMED.test(question) ? `${bare(question)}，后来做到了没有？` : undefined,
  },
  {
    name: 'why',
    change: (question, { type }) =>
      type === 'number' ? `${bare(question)}，为什么定成这个数？` : undefined,
  },
];

/** A question that no document answers, and the one it was made of. */
export interface ChangedQuestion {
  readonly golden: Golden;
  readonly origin: Golden;
}

/** Of each third question the changes that fit; the same set gives the same ones. */
export function changedQuestions(goldens: readonly Golden[]): ChangedQuestion[] {
  return goldens
    .filter(({ question, type }, at) => at % 3 === 0 && question && type !== 'unanswerable')
    .flatMap((golden) =>
      CHANGES.flatMap(({ name, change }) => {
        const question = change(golden.question ?? '', golden);
        return question === undefined
          ? []
          : [
              {
                origin: golden,
                golden: {
                  ...golden,
                  id: `${golden.id}: ${name}`,
                  question,
                  type: 'unanswerable',
                  evidence: [],
                  must_contain: [],
                  must_not_contain: [],
                },
              },
            ];
      }),
    );
}
