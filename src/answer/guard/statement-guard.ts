import type { DocumentInfo } from '../../model.ts';
import type { Concept } from '../../retrieve/query.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import { type ClaimClause, claimClauses } from './claim-clauses.ts';
import { isOfItsOwner } from './clause-owner.ts';
import { compact } from './compact-text.ts';
import { countsTheSame } from './counted-things.ts';
import { dutiesIn, dutySaid } from './duty-claims.ts';
import { goesSameWay, isCourse, isNeutral } from './neutral-words.ts';
import { quantitiesIn } from './quantities.ts';
import { isSameValue, type Quantity } from './quantity.ts';
import { isHedge, markLeftOut } from './required-marks.ts';
import { isNamedWhole, keepsShares, rowText, unsaidByRow } from './row-claims.ts';
import { type SourceClause, sourceClauses } from './source-clauses.ts';
import { type Place, placesInOrder } from './words-in-order.ts';

export interface Vocabulary {
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly segmenter: Segmenter;
  /** What the question is about: a word of it may stand for another wording of the same thing. */
  readonly concepts: readonly Concept[];
}

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

/** A proof with what stands in it and over it. */
interface Source {
  readonly proof: Proof;
  readonly clauses: readonly SourceClause[];
  readonly over: string;
  readonly quote: string;
  /** Headings and front matter: names and numbers without sentences. */
  readonly isOutline: boolean;
}

type Judged = Unstated | 'stated';

/**
 * Reads a claim off its proofs clause by clause: each must say what one clause of a cited sentence says, in its order
 * and of what that clause speaks of. Returns the proofs that some clause needs, or what none of them states.
 */
export function statedBy(
  { text, proofs }: DraftClaim,
  vocabulary: Vocabulary,
): { readonly proofs: readonly Proof[] } | { readonly unstated: Unstated } {
  const { documents, segmenter } = vocabulary;
  const sources = proofs.map((proof) => sourceOf(proof, documents, segmenter));
  const clauses = claimClauses(compact(text), documents, segmenter);
  const telling = clauses.filter(({ said, figures }) => said.length + figures.length > 0);
  if (telling.length === 0) return { unstated: { kind: 'says-nothing', what: text } };
  const needed = new Set<Proof>();
  for (const clause of telling) {
    const verdicts = sources.map((source) => judge(clause, source, vocabulary));
    const stating = sources.filter((_source, at) => verdicts[at] === 'stated');
    if (stating.length === 0) return { unstated: worst(verdicts, clause) };
    for (const { proof } of stating) needed.add(proof);
  }
  return { proofs: proofs.filter((proof) => needed.has(proof)) };
}

/** The nearest miss tells most. */
const NEAREST = ['quote-too-short', 'mark-left-out', 'said-of-another', 'word-not-cited'];

function worst(verdicts: readonly Judged[], { text }: ClaimClause): Unstated {
  const misses = verdicts.filter((one) => one !== 'stated');
  return (
    NEAREST.flatMap((kind) => misses.find((miss) => miss.kind === kind) ?? [])[0] ?? {
      kind: 'said-of-another',
      what: text,
    }
  );
}

function sourceOf(
  proof: Proof,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): Source {
  const { passage, quote } = proof;
  const document = documents.get(passage.documentId);
  const { title = '', shortTitle = '', region, documentNumber } = document ?? {};
  const over = [...passage.headingPath, title, shortTitle, region ?? '', documentNumber ?? ''];
  return {
    proof,
    clauses: passage.kind === 'row' ? [] : sourceClauses(proof, document, segmenter),
    over: compact(over.join('。')),
    quote: compact(quote),
    isOutline: passage.kind === 'outline' || passage.kind === 'front',
  };
}

function judge(clause: ClaimClause, source: Source, vocabulary: Vocabulary): Judged {
  const { passage } = source.proof;
  const over = whatIsOver(source);
  if (passage.kind === 'row') return judgeByRow(clause, source, over, vocabulary);
  const duty = dutySaid(clause.text, dutiesIn(passage.text));
  if (duty) return judgeDuty(clause, duty, source, over, vocabulary);
  const { quote, isOutline } = source;
  const verdicts = source.clauses.map((one) =>
    judgeByClause(clause, { ...one, quote, isOutline }, over, vocabulary),
  );
  return verdicts.includes('stated') ? 'stated' : worst(verdicts, clause);
}

/** What stands over a cited text: its headings and the names of its document. */
interface Over {
  readonly isOver: (word: string) => boolean;
  readonly isFigureOver: (figure: Quantity) => boolean;
}

function whatIsOver({ over }: Source): Over {
  const quantities = quantitiesIn(over);
  return {
    isOver: (word) => word.length > 1 && over.includes(word),
    isFigureOver: (figure) =>
      quantities.some((one) => isSameValue(one, figure)) ||
      (figure.unit === '第项' && new RegExp(`(?:^|。)${figure.values[0]}[.、]`, 'u').test(over)),
  };
}

function judgeByRow(
  clause: ClaimClause,
  { proof }: Source,
  { isOver }: Over,
  { segmenter, concepts }: Vocabulary,
): Judged {
  const row = rowText(proof.passage);
  const isAsked = (word: string): boolean => meansSame(word, row.text, concepts);
  const unsaid = unsaidByRow(clause, row, (word) => isOver(word) || isAsked(word));
  if (unsaid !== undefined) return { kind: 'word-not-cited', what: unsaid };
  return isNamedWhole(clause, row, segmenter) && keepsShares(clause, row)
    ? 'stated'
    : { kind: 'said-of-another', what: clause.text };
}

function judgeDuty(
  clause: ClaimClause,
  { rest, isTrue }: NonNullable<ReturnType<typeof dutySaid>>,
  { proof, over }: Source,
  { isOver }: Over,
  { segmenter }: Vocabulary,
): Judged {
  if (!isTrue) return { kind: 'said-of-another', what: clause.text };
  const text = compact(proof.passage.text) + over;
  const unsaid = segmenter
    .tagged(rest)
    .find(
      ({ word }) => !isNeutral(word) && !isCourse(word) && !text.includes(word) && !isOver(word),
    );
  return unsaid === undefined ? 'stated' : { kind: 'word-not-cited', what: unsaid.word };
}

function judgeByClause(
  clause: ClaimClause,
  source: SourceClause & Pick<Source, 'quote' | 'isOutline'>,
  { isOver, isFigureOver }: Over,
  { concepts }: Vocabulary,
): Judged {
  const { isOutline } = source;
  const another: Judged = { kind: 'said-of-another', what: clause.text };
  const scope = `${source.inherited.join('')}|${source.text}`;
  const offset = scope.length - source.text.length;
  const words = new Map([...source.words].map(([at, word]) => [at + offset, word]));
  const isFree = (word: string): boolean =>
    isOver(word) || (isHedge(word) && scope.includes(word)) || meansSame(word, scope, concepts);
  const places = placesInOrder(clause.said, { text: scope, words }, isFree);
  if (!places) {
    const unsaid = clause.said.find(({ word }) => !scope.includes(word) && !isFree(word));
    return unsaid ? { kind: 'word-not-cited', what: unsaid.word } : another;
  }
  const figures = inTheirOrder(clause.figures, source.quantities);
  if (clause.figures.some((figure, at) => !figures[at] && !isFigureOver(figure))) return another;
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
  return isOutline || isQuoted(told, source.quote)
    ? 'stated'
    : { kind: 'quote-too-short', what: source.quote };
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
const meansSame = (word: string, said: string, concepts: readonly Concept[]): boolean =>
  word.length > 1 &&
  concepts.some(
    ({ forms }) =>
      forms.some(({ text }) => text.includes(word)) &&
      forms.some(({ text }) => said.includes(text)),
  );
