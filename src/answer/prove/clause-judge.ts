import type { Concept } from '../../understand/query.ts';
import type { ClaimClause } from './claim-clauses.ts';
import { isOfItsOwner } from './clause-owner.ts';
import { countsTheSame } from './counted-things.ts';
import { goesSameWay } from './neutral-words.ts';
import { isSameValue, type Quantity } from './quantity.ts';
import { isHedge, markLeftOut } from './required-marks.ts';
import type { SourceClause } from './source-clauses.ts';
import { type Place, placesInOrder } from './words-in-order.ts';

/** What a claim says that no one clause of what it cites says. */
export interface Unstated {
  readonly kind:
    | 'word-not-cited'
    | 'said-of-another'
    | 'mark-left-out'
    | 'says-nothing'
    | 'quote-too-short';
  readonly what: string;
}

/** `named`: it says nothing but what stands over the text, as one names what comes next. */
export type Judged = Unstated | 'stated' | 'named';

/** What stands over a cited text, its headings and the names of its document, and what is quoted of it. */
export interface Surroundings {
  readonly isOver: (word: string) => boolean;
  readonly isFigureOver: (figure: Quantity) => boolean;
  readonly quote: string;
  /** Headings and front matter: names and numbers without sentences. */
  readonly isOutline: boolean;
}

/** Whether a clause of a claim says no more than a clause of a cited sentence, in its order and of the same. */
export function judgeByClause(
  clause: ClaimClause,
  source: SourceClause,
  { isOver, isFigureOver, quote, isOutline }: Surroundings,
  concepts: readonly Concept[],
): Judged {
  const another: Judged = { kind: 'said-of-another', what: clause.text };
  const { offset } = source;
  const scope = source.scope.text;
  const figures = inTheirOrder(clause.figures, source.quantities);
  if (clause.figures.some((figure, at) => !figures[at] && !isFigureOver(figure))) return another;
  const isFree = (word: string): boolean =>
    isOver(word) || (isHedge(word) && scope.includes(word)) || meansSame(word, scope, concepts);
  const places = placesInOrder(clause.said, source.scope, isFree);
  if (!places) {
    const unsaid = clause.said.find(({ word }) => !scope.includes(word) && !isFree(word));
    return unsaid ? { kind: 'word-not-cited', what: unsaid.word } : another;
  }
  const untold =
    clause.aims.find((aim) => source.aspect === 'done' && !scope.includes(aim)) ??
    clause.courses.find((course) => !goesSameWay(course, source.text));
  if (untold !== undefined) return { kind: 'word-not-cited', what: untold };
  const own = places.map((place): Place | undefined =>
    place && place[0] >= offset ? [place[0] - offset, place[1] - offset] : undefined,
  );
  if (!isOutline && !(isOfItsOwner(clause, source) && countsTheSame(clause, source, own, figures)))
    return another;
  const last = Math.max(
    0,
    ...own.flatMap((place) => (place ? [place[0]] : [])),
    ...figures.map((one) => one?.start ?? 0),
  );
  const left = markLeftOut(source, last, clause.text);
  if (left !== undefined) return { kind: 'mark-left-out', what: left };
  const told = places.flatMap((place) => (place ? [scope.slice(...place)] : []));
  if (!isOutline && !isQuoted(told, quote)) return { kind: 'quote-too-short', what: quote };
  return told.length > 0 || figures.some((one) => one !== undefined) ? 'stated' : 'named';
}

/** Each figure with its like in the source: the next one, where there are two. */
function inTheirOrder(
  figures: readonly Quantity[],
  quantities: readonly Quantity[],
): readonly (Quantity | undefined)[] {
  let last = -1;
  return figures.map((figure) => {
    const like = quantities.filter((one) => isSameValue(one, figure));
    const next = like.find(({ start }) => start > last) ?? like[0];
    last = next?.start ?? last;
    return next;
  });
}

/** A reader must find the better part of what a clause says in the quote itself. */
const isQuoted = (told: readonly string[], quote: string): boolean =>
  told.filter((word) => quote.includes(word)).length * 2 >= told.length;

/** Another wording of what the question asks about. */
export const meansSame = (word: string, said: string, concepts: readonly Concept[]): boolean =>
  word.length > 1 &&
  concepts.some(
    ({ forms }) =>
      forms.some(({ text }) => text.includes(word)) &&
      forms.some(({ text }) => said.includes(text)),
  );
