import type { Passage } from '../../model.ts';
import { readOrdinal } from '../../parse/chinese-number.ts';
import { flatten } from '../../understand/question-text.ts';
import type { DraftClaim } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { asSentence, readable } from '../windows.ts';
import { isDashed, linesOf } from './passage-lines.ts';

/** A slogan that counts what it stands for: 三区一窗口 is three …区 and one …窗口. */
interface Part {
  readonly count: number;
  readonly ending: string;
}

const PART = /([一二两三四五六七八九十])([\p{Script=Han}]{1,2}?)(?=[一二两三四五六七八九十]|$)/gu;

function partsOf(slogan: string): Part[] {
  return [...slogan.matchAll(PART)].map(([, count = '', ending = '']) => ({
    count: readOrdinal(count === '两' ? '二' : count),
    ending,
  }));
}

/** A claim for each part of a flattened slogan; undefined where no group of the passages has just these parts. */
export function sloganClaims(
  slogan: string,
  passages: readonly Passage[],
): readonly DraftClaim[] | undefined {
  const parts = partsOf(slogan);
  if (parts.length < 2 || parts.some(({ ending }) => ending === '')) return undefined;
  const group = groupsOf(passages).find((members) => fits(members, parts));
  return group?.map(({ claim }) => claim);
}

interface Member {
  readonly title: string;
  readonly claim: DraftClaim;
}

const fits = (members: readonly Member[], parts: readonly Part[]): boolean =>
  members.length === parts.reduce((sum, { count }) => sum + count, 0) &&
  parts.every(
    ({ count, ending }) => members.filter(({ title }) => title.endsWith(ending)).length === count,
  );

/** Groups that could be a slogan's parts: runs of ——… paragraphs, and the parts of a section. */
function groupsOf(passages: readonly Passage[]): Member[][] {
  const runs: Passage[][] = [];
  for (const [at, passage] of passages.entries()) {
    if (!isDashed(passage)) continue;
    const before = passages[at - 1];
    if (before && isDashed(before)) runs.at(-1)?.push(passage);
    else runs.push([passage]);
  }
  const outlines = passages.filter(({ kind }) => kind === 'outline');
  return [...runs.map((run) => run.map(memberOf)), ...outlines.map(membersOf)];
}

function memberOf(passage: Passage): Member {
  const quote = passage.quotable.trim();
  const title = /^[—–-]+([^。，,：:]*)/u.exec(quote)?.[1] ?? '';
  const opening = /^[^。]*。[^。；]*[。；]?/u.exec(quote)?.[0] ?? quote;
  return {
    title: flatten(title),
    claim: { text: asSentence(opening), proofs: [{ passage, quote: opening }] },
  };
}

function membersOf(passage: Passage): Member[] {
  const [own = '', ...lines] = linesOf(passage);
  return lines.map((line) => ({
    title: flatten(line),
    claim: { text: readable(line), proofs: [{ passage, quote: `${own}${ELLIPSIS}${line}` }] },
  }));
}
