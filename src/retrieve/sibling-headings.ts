import type { Hit, Passage } from '../model.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { headingTitle } from './heading-title.ts';

/** A heading that the question says by its whole title. */
export interface NamedHeading {
  readonly documentId: string;
  readonly path: readonly string[];
}

const MIN_TITLE_CHARS = 4;

/** Headings above the candidates whose whole title the question says. */
export function namedHeadings(query: Query, candidates: readonly Hit[]): NamedHeading[] {
  const said = flatten(query.text);
  return candidates.flatMap(({ passage: { documentId, headingPath } }) =>
    headingPath.flatMap((heading, depth) => {
      const title = flatten(headingTitle(heading));
      return title.length >= MIN_TITLE_CHARS && said.includes(title)
        ? [{ documentId, path: headingPath.slice(0, depth + 1) }]
        : [];
    }),
  );
}

/** Shares the parent of a named heading, but stands under another one. */
export function liesBeside(
  { documentId, headingPath }: Passage,
  named: readonly NamedHeading[],
): boolean {
  const near = named.filter(
    (one) => one.documentId === documentId && isUnder(headingPath, one.path.slice(0, -1)),
  );
  const deep = near.filter(({ path }) => headingPath.length >= path.length);
  return deep.length > 0 && deep.every(({ path }) => !isUnder(headingPath, path));
}

const isUnder = (path: readonly string[], ancestors: readonly string[]): boolean =>
  ancestors.every((heading, depth) => path[depth] === heading);
