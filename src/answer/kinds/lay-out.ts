import type { DraftClaim, Evidence } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { asSentence, lengthOf, openingOf, readable } from '../windows.ts';
import { placed, quoteClaim } from './claims.ts';
import { type Node, titleOf } from './nodes.ts';
import { linesOf } from './passage-lines.ts';

/** What an overview takes, in characters. */
export const MAX_OVERVIEW_CHARS = 700;
/** Shorter beginnings of parts say next to nothing. */
const MIN_OPENING_CHARS = 60;

/** In the order of the text: all of it where it fits, else its headings and how each part begins. */
export function laidOut(
  node: Node,
  evidence: Evidence,
  maxChars = MAX_OVERVIEW_CHARS,
): DraftClaim[] {
  const headings = node.children.length > 1 ? headingsClaim(node) : undefined;
  const texts = node.passages.filter(({ kind }) => kind === 'text');
  const chars = texts.reduce((sum, { quotable }) => sum + lengthOf(quotable), 0);
  if (chars <= maxChars) {
    const whole = texts.map((passage) => quoteClaim(passage, passage.quotable));
    const says = (claim: DraftClaim): boolean => chars + claim.text.length <= maxChars;
    const [first, ...others] = headings && says(headings) ? [headings, ...whole] : whole;
    return first ? [placed(first, evidence), ...others] : [];
  }
  if (node.children.length < 2) return likeliest(node, evidence, maxChars);
  const left = maxChars - (headings?.text.length ?? 0);
  const each = Math.max(MIN_OPENING_CHARS, Math.floor(left / node.children.length));
  const parts = node.children.flatMap((child) => openingClaims(child, each));
  return fitting([...(headings ? [headings] : []), ...parts], maxChars);
}

/** Claims from the first on that fit together. */
export const fitting = (claims: readonly DraftClaim[], maxChars: number): DraftClaim[] => {
  let left = maxChars;
  return claims.filter(({ text }) => {
    if (text.length > left) return false;
    left -= text.length;
    return true;
  });
};

/** A node's own heading and those right under it, from the outline that lists them. */
export function headingsClaim(
  { outline, path }: Node,
  title = path.at(-1) ?? '',
): DraftClaim | undefined {
  if (!outline) return undefined;
  const items = linesOf(outline).slice(1);
  if (items.length < 2) return undefined;
  const count = String(items.length);
  return {
    text: `${readable(title)}（共${count}部分）：${items.map(readable).join('；')}。`,
    proofs: [{ passage: outline, quote: items.join(ELLIPSIS) }],
    computed: [{ value: count, how: 'count', from: [] }],
  };
}

/** The first words under a heading that are not the heading again. */
function openingClaims(node: Node, maxChars: number): DraftClaim[] {
  const passage = node.passages.find(({ kind }) => kind === 'text');
  if (!passage) return [];
  const lead = /^[^。]*。/u.exec(passage.quotable)?.[0] ?? '';
  const isTitle = readable(lead)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .endsWith(readable(titleOf(node)).replace(/[^\p{L}\p{N}]/gu, ''));
  const rest =
    isTitle && lead.length < passage.quotable.length
      ? passage.quotable.slice(lead.length)
      : passage.quotable;
  const quote = openingOf(rest, maxChars);
  const said = isTitle ? `${readable(lead)}${asSentence(quote)}` : asSentence(quote);
  return [
    { text: said, proofs: [{ passage, quote: isTitle ? `${lead}${ELLIPSIS}${quote}` : quote }] },
  ];
}

/** Of one long text the likeliest sentences, in its order. */
function likeliest(node: Node, { sentences }: Evidence, maxChars: number): DraftClaim[] {
  const ids = new Set(node.passages.map(({ id }) => id));
  let left = maxChars;
  const chosen = sentences.filter(({ passage, text }) => {
    if (!ids.has(passage.id) || passage.kind !== 'text' || text.length > left) return false;
    left -= text.length;
    return true;
  });
  const ordered = chosen.toSorted(
    (a, b) => a.passage.ordinal - b.passage.ordinal || a.start - b.start,
  );
  if (ordered.length > 0) return ordered.map(({ passage, text }) => quoteClaim(passage, text));
  return node.passages
    .slice(0, 2)
    .map((passage) => quoteClaim(passage, openingOf(passage.quotable, maxChars / 2)));
}
