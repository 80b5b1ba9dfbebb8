import { type Aligned, type Around, align } from './alignment.ts';
import type { ClaimClause, SaidWord } from './claim-clauses.ts';
import { isOfItsOwner, namesItsOwner } from './clause-owner.ts';
import { isOfOtherTime } from './clause-times.ts';
import { turnsOrder } from './compared-things.ts';
import { isTorn } from './compounds.ts';
import { gather } from './gathered.ts';
import { isFraming, isSoft } from './loose-words.ts';
import { markAdded, markLeftOut } from './marks.ts';
import { scopeLeftOut } from './narrowing-words.ts';
import { goesSameWay } from './neutral-words.ts';
import { isReplaced } from './replaced-words.ts';
import type { SourceClause } from './source-clauses.ts';
import type { Searched, WordMeaning } from './word-meaning.ts';

/** What a claim says that what it cites does not say. */
export interface Unstated {
  readonly kind:
    | 'word-not-cited'
    | 'said-of-another'
    | 'mark-left-out'
    | 'says-nothing'
    | 'quote-too-short';
  readonly what: string;
}

/** The cited clauses that hold a claim's clause; none where it only names what stands over them. */
export interface Held {
  readonly held: readonly Aligned[];
  /** Words of it that stand nowhere and state no fact; left out where there are none. */
  readonly lost?: readonly SaidWord[];
}

/** What of a claim has been read so far, as it is looked through for names. */
export interface ClaimTexts {
  readonly own: Searched;
  readonly before: Searched;
}

/** Whether what a claim's clause says is said by what it cites, of the same and as surely. */
export function judgeClause(
  clause: ClaimClause,
  texts: ClaimTexts,
  sources: readonly SourceClause[],
  around: Around & { readonly quotes: string; readonly isOutline: boolean },
  meaning: WordMeaning,
): Held | Unstated {
  if (saysNothing(clause, around)) return { held: [] };
  if (FRAMES.test(clause.text) && isAllNamed(clause, sources, around, meaning)) return { held: [] };
  if (
    isReckoned(clause, around) &&
    isAllNamed({ ...clause, figures: [] }, sources, around, meaning)
  )
    return { held: [] };
  if (isFrame(clause, around, meaning))
    return { held: [], lost: clause.said.filter((one) => !around.isOver(one)) };
  const same = sources.find(({ text }) => text === clause.text);
  if (same && isOfItsOwner(clause, same, texts.own, texts.before, meaning))
    return isQuotedWhole(clause.text, around.quotes)
      ? { held: [{ source: same, places: WORD_FOR_WORD, figures: new Map() }] }
      : { kind: 'quote-too-short', what: around.quotes };
  const held = align(clause, sources, around, meaning);
  const verdict = isHeld(held)
    ? whatIsWrong(clause, held, texts, around, meaning)
    : held.unsaid === undefined
      ? ({ kind: 'said-of-another', what: clause.text } as const)
      : ({ kind: 'word-not-cited', what: held.unsaid } as const);
  if (isHeld(held) && verdict === undefined) return { held };
  const gathered = gather(clause, sources, around, meaning);
  if (gathered && whatIsWrong(clause, gathered.held, texts, around, meaning) === undefined)
    return gathered;
  return verdict ?? { kind: 'said-of-another', what: clause.text };
}

/** What keeps the cited clauses that hold a clause's words from saying what it says. */
function whatIsWrong(
  clause: ClaimClause,
  held: readonly Aligned[],
  texts: ClaimTexts,
  around: { readonly quotes: string; readonly isOutline: boolean },
  meaning: WordMeaning,
): Unstated | undefined {
  const cited = held.map(({ source }) => source.text).join('，');
  const added = markAdded(clause.text, cited);
  if (added !== undefined) return { kind: 'word-not-cited', what: added };
  if (around.isOutline) return undefined;
  const unsure = untold(clause, held, cited);
  if (unsure !== undefined) return { kind: 'word-not-cited', what: unsure };
  for (const one of held) {
    const owner =
      DEFINES.test(clause.text) ||
      isOfItsOwner(clause, one.source, texts.own, texts.before, meaning) ||
      (clause.figures.length === 0 &&
        namesItsOwner(clause, one.source, texts.own, meaning, held.length === 1));
    if (
      !owner ||
      turnsOrder(clause, one) ||
      isTorn(one) ||
      isReplaced(texts.own, one.source, meaning) ||
      isOfOtherTime(clause, one)
    )
      return { kind: 'said-of-another', what: clause.text };
    const left =
      markLeftOut(one.source.text, lastTaken(one), clause.text, clause.before, clause.claim) ??
      scopeLeftOut(one, clause, meaning);
    if (left !== undefined) return { kind: 'mark-left-out', what: left };
  }
  return isQuoted(held, around.quotes)
    ? undefined
    : { kind: 'quote-too-short', what: around.quotes };
}

/** Nothing but years and how long they are. */
const saysNothing = ({ said, figures, text }: ClaimClause, { isFigureFree }: Around): boolean =>
  said.length === 0 && figures.every(isFigureFree) && markAdded(text, '') === undefined;

/** Only says what the next clause is about (在大气治理方面). */
const FRAMES = /^[在就从]?[^，]{1,14}(?:方面|领域)$/u;

/** What opens a sentence that says the rest (真卖不动的时候，文件里还提出). */
const OPENS = /(?:的?时候?|之?[前后]|如下|[提指]出|[里中上下]|的?有|的?是|的)$/u;

/** Names at most what stands over the text, says nothing of it, and turns nothing round. */
const isFrame = (
  { said, figures, text, aims, done, courses }: ClaimClause,
  { isOver, isFigureFree }: Around,
  meaning: WordMeaning,
): boolean =>
  figures.every(isFigureFree) &&
  [aims, done, courses].every(({ length }) => length === 0) &&
  markAdded(text, '') === undefined &&
  said.every(
    (one) =>
      isOver(one) ||
      isFraming(one, meaning) ||
      (isSoft(one, meaning) && (OPENS.test(text) || !/^[az]/u.test(one.tag))),
  );

/** Says what a name stands for, whoever uses it. */
const DEFINES = /指的是|是指|统称|简称/u;

/** Whether the better part of a clause that is said word for word stands in a quote. */
const isQuotedWhole = (text: string, quotes: string): boolean =>
  quotes
    .split('|')
    .some(
      (quote) => quote.includes(text) || (text.includes(quote) && quote.length * 2 >= text.length),
    );

/** The whole clause, as it is. */
const WORD_FOR_WORD: Aligned['places'] = new Map();

const RECKONS = /^(?:占|相差|差距|差|差额|相当于|合计|额|倍|持平)$/u;

/** Of nothing but figures that are worked out: what they are of is said where those they come from stand. */
const isReckoned = ({ figures }: ClaimClause, { isComputed }: Around): boolean =>
  figures.length > 0 && figures.every(isComputed);

const isAllNamed = (
  { said, figures }: ClaimClause,
  sources: readonly SourceClause[],
  { isOver }: Around,
  meaning: WordMeaning,
): boolean =>
  figures.length === 0 &&
  said.every(
    (one) =>
      RECKONS.test(one.word) ||
      isOver(one) ||
      sources.some(({ scope }) => meaning.find(one.word, scope) !== undefined),
  );

const isHeld = (found: ReturnType<typeof align>): found is readonly Aligned[] =>
  Array.isArray(found);

/** A word for what is reached, planned or changed that the cited clauses do not bear out. */
function untold(
  { aims, done, courses, text }: ClaimClause,
  held: readonly Aligned[],
  cited: string,
): string | undefined {
  const sources = held.map(({ source }) => source);
  const isAll = (aspect: SourceClause['aspect']): boolean =>
    sources.length > 0 && sources.every((one) => one.aspect === aspect);
  return (
    aims.find((aim) => isAll('done') && !isInName(aim, text, cited)) ??
    done.find(() => !isAll('done') && !/已|了(?![解望])/u.test(cited)) ??
    (held.some(({ figures }) => figures.size > 0)
      ? courses.find(
          (course) => !goesSameWay(course, cited) && !goesSameWay(course, text.replace(course, '')),
        )
      : undefined)
  );
}

/** 攀登计划: as part of a name that is cited too. */
const isInName = (aim: string, text: string, cited: string): boolean => {
  const at = text.indexOf(aim);
  return at > 1 && cited.includes(text.slice(at - 2, at + aim.length));
};

/** Where the last of what is taken of a clause stands in its own text. */
const lastTaken = ({ source, places, figures }: Aligned): number =>
  Math.max(
    0,
    ...[...places.values()].map(([start]) => start - source.offset),
    ...[...figures.values()].map(({ start }) => start),
  );

/** A reader must find the better part of what a clause says in the quotes themselves. */
function isQuoted(held: readonly Aligned[], quotes: string): boolean {
  const told = held.flatMap(({ source, places }) =>
    [...places.values()].map((place) => source.scope.text.slice(...place)),
  );
  return told.filter((word) => quotes.includes(word)).length * 2 >= told.length;
}
