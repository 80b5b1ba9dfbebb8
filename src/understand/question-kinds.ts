import type { QuestionKind, Want } from './query.ts';

/** What a wording of the tables says of the sort of answer. */
const KIND_OF_WANT: Readonly<Partial<Record<Want, QuestionKind>>> = {
  compare: 'compare',
  who: 'who',
  when: 'when',
  where: 'where',
  list: 'list',
  define: 'definition',
  overview: 'overview',
  structure: 'overview',
  check: 'check',
};

export const NO_KINDS: Readonly<Record<QuestionKind, number>> = {
  number: 0,
  list: 0,
  compare: 0,
  overview: 0,
  definition: 0,
  who: 0,
  when: 0,
  where: 0,
  quote: 0,
  check: 0,
  why: 0,
  guide: 0,
};

/** What the tables alone say: each kind that a wording names, equally. */
export function kindsOf(wants: ReadonlySet<Want>, asksFigure: boolean): typeof NO_KINDS {
  const said = [...wants].flatMap((want) => KIND_OF_WANT[want] ?? []);
  const all: readonly QuestionKind[] = asksFigure ? [...said, 'number'] : said;
  return Object.fromEntries(
    Object.keys(NO_KINDS).map((kind) => [
      kind,
      all.filter((one) => one === kind).length / Math.max(1, all.length),
    ]),
  ) as typeof NO_KINDS; // The keys are those of NO_KINDS.
}
