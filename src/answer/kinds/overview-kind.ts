import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { likelyDocuments } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { asSentence, lengthOf, openingOf, readable } from '../windows.ts';
import { placed, quoteClaim } from './claims.ts';
import { type Node, titleOf, treeOf, within } from './nodes.ts';
import { linesOf } from './passage-lines.ts';
import { nodesOnTheme, type ScoredNode } from './theme.ts';

const NODES = 3;
const MAX_CHARS = 700;
const MAX_CLAUSE_CHARS = 80;

/** What a document says on a theme: the stretch that is about it, whole or part by part. */
export function overviewKind(evidence: Evidence): readonly Candidate[] {
  const nodes = likelyDocuments(evidence).flatMap((id) => within(treeOf(evidence.index, id)));
  const scored = nodesOnTheme(nodes, evidence);
  const [first, second] = scored;
  return scored.slice(0, NODES).map((one, at) => ({
    kind: 'list',
    way: 'section',
    claims: laidOut(one.node, evidence),
    signs: {
      ...signsOf(one),
      nodeGap: one.score - (at === 0 ? (second?.score ?? 0) : (first?.score ?? 0)),
      candidateRank: 1 / (1 + at),
    },
  }));
}

const signsOf = ({ score, signs }: ScoredNode): Record<string, number> => ({
  nodeScore: score,
  nodeHeading: signs.heading,
  nodeMass: signs.mass,
  nodePart: signs.part,
});

/** In the order of the text: all of it where it fits, else its headings and how each part begins. */
export function laidOut(node: Node, evidence: Evidence, maxChars = MAX_CHARS): DraftClaim[] {
  const texts = node.passages.filter(({ kind }) => kind === 'text');
  const chars = texts.reduce((sum, { quotable }) => sum + lengthOf(quotable), 0);
  if (chars <= maxChars)
    return texts.map((passage, at) =>
      at === 0
        ? placed(quoteClaim(passage, passage.quotable), evidence)
        : quoteClaim(passage, passage.quotable),
    );
  if (node.children.length < 2) return likeliest(node, evidence, maxChars);
  const headings = headingsClaim(node);
  const parts = node.children.flatMap((child) => openingClaims(child));
  return fitting([...(headings ? [headings] : []), ...parts], maxChars);
}

const fitting = (claims: readonly DraftClaim[], maxChars: number): DraftClaim[] => {
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
function openingClaims(node: Node): DraftClaim[] {
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
  const quote = openingOf(rest, MAX_CLAUSE_CHARS);
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
