import type { DraftClaim } from '../draft.ts';

/** What may be said of one side of a comparison. */
export interface Option {
  readonly claims: readonly DraftClaim[];
  /** Its clause that is nearest to the question. */
  readonly clause: string;
  /** How well it fits the question, among the options of all sides. */
  readonly score: number;
}

/** What saying the same thing is worth, against the scores of sentences. */
const LIKENESS_WORTH = 6;
/** Of each side, the options that the others are set in line with. */
const ANCHORS = 2;
const MOST = 4;

/**
 * Sides as they say the same thing: of each the option that is nearest to what one of them says, the likeliest sets
 * first. A document that words a thing as the question does shows how the others word it.
 */
export function alignments(sides: readonly (readonly Option[])[]): (readonly Option[])[][] {
  if (sides.length < 2) return [];
  const anchors = sides.flatMap((options, at) =>
    options.slice(0, ANCHORS).map((anchor) => ({ anchor, at })),
  );
  const sets = anchors.map(({ anchor, at }) => {
    const chosen = sides.map((options, side) => (side === at ? anchor : alike(anchor, options)));
    const worth = chosen.map((option) => (option ? worthBeside(anchor, option) : 0));
    return { chosen, worth: worth.reduce((sum, one) => sum + one, 0) };
  });
  return sets
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .map(({ chosen }) => chosen.map((option) => (option ? [option] : [])));
}

/** What one side says is no answer for another. */
const alike = (anchor: Option, options: readonly Option[]): Option | undefined =>
  options
    .filter(({ claims: [claim] }) => claim?.text !== anchor.claims[0]?.text)
    .toSorted((a, b) => worthBeside(anchor, b) - worthBeside(anchor, a))[0];

const worthBeside = (anchor: Option, option: Option): number =>
  option.score + LIKENESS_WORTH * likeness(anchor, option);

/** From which on figures are of the same thing. */
const SAME_THING = 0.34;

/** What is said of any figure: 旅游总收入达到60亿元 and 预算收入达到18.73亿元 share nothing else. */
const OF_ANY_FIGURE =
  /达到|实现|完成|突破|保持|预计|力争|争取|同比|累计|增长|增速|以上|左右|以内|[万亿]+元?/gu;

export const areOfSameThing = (options: readonly Option[]): boolean =>
  likenessOf(options) >= SAME_THING && likenessOf(options.map(bared)) >= SAME_THING;

const bared = ({ clause, claims, score }: Option): Option => ({
  clause: clause.replace(OF_ANY_FIGURE, ''),
  claims: claims.map((claim) => ({ ...claim, text: claim.text.replace(OF_ANY_FIGURE, '') })),
  score,
});

/** Of what is set side by side how far the least like one says what the first says, 0–1. */
export const likenessOf = ([first, ...others]: readonly Option[]): number =>
  first === undefined || others.length === 0
    ? 0
    : Math.min(...others.map((other) => likeness(first, other)));

/** How far some clause of another says what the anchor's does: share of pairs of characters, figures aside; 0–1. */
function likeness({ clause }: Option, { claims }: Option): number {
  const ours = pairsOf(clause);
  const theirs = claims.flatMap(({ text }) => text.split(/[，,。；;：:、]/u)).map(pairsOf);
  return Math.max(0, ...theirs.map((other) => overlap(ours, other)));
}

function pairsOf(clause: string): ReadonlySet<string> {
  const letters = [...clause.replace(/[^\p{Script=Han}a-z%％]/giu, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
