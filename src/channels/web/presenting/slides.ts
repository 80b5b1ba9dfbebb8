import type { Answer, Claim } from '../../../model.ts';
import type { Answered } from '../asking/answer-view.tsx';
import type { ClaimFigure } from '../asking/claim-figure.ts';

/** What stands on the wall at one time. */
export type Slide =
  | { readonly kind: 'figure'; readonly figure: ClaimFigure }
  | { readonly kind: 'table'; readonly figures: readonly ClaimFigure[] }
  | { readonly kind: 'words'; readonly claims: readonly Claim[] }
  /** Of an answer without claims: what it says instead. */
  | { readonly kind: 'said'; readonly text: string };

/** More rows cannot be read from the last seat. */
const ROWS_A_SLIDE = 5;
const CHARS_A_SLIDE = 130;

const MARKS = /\[\d+\]/gu;

/** An answer cut into what fits on a wall without scrolling. */
export function slidesOf({
  answer,
  figures,
}: Pick<Answered, 'answer' | 'figures'>): readonly Slide[] {
  const [figure, ...more] = figures;
  if (figure !== undefined && more.length === 0) return [{ kind: 'figure', figure }];
  if (figures.length > 1)
    return inRuns(figures, (run) => run.length >= ROWS_A_SLIDE).map((run) => ({
      kind: 'table',
      figures: run,
    }));
  if (answer.claims.length > 0) return ofClaims(answer.claims);
  return [{ kind: 'said', text: saidBy(answer) }];
}

const ofClaims = (claims: readonly Claim[]): readonly Slide[] =>
  inRuns(claims, (run, next) => charsOf([...run, next]) > CHARS_A_SLIDE).map((run) => ({
    kind: 'words',
    claims: run,
  }));

const charsOf = (claims: readonly Claim[]): number =>
  claims.reduce((sum, { text }) => sum + text.length, 0);

function inRuns<Item>(
  items: readonly Item[],
  isFull: (run: readonly Item[], next: Item) => boolean,
): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run === undefined || isFull(run, item)) runs.push([item]);
    else run.push(item);
  }
  return runs;
}

/** The nearest words, said to be that, fit better on a wall than a list of what was searched. */
function saidBy({ answer, nearest = [] }: Answer): string {
  const [near] = nearest;
  const [said = ''] = answer.replace(MARKS, '').split('\n');
  return near === undefined ? said : `${said}\n最接近的原文（不是直接回答）：${near.quote}`;
}
