import type { Passage } from '../../model.ts';
import { readOrdinal } from '../../parse/chinese-number.ts';
import { headingTitle } from '../../retrieve/heading-title.ts';
import { headingShare, phraseIn, timeFit } from '../../retrieve/matching.ts';
import type { Query, Want } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import { type Draft, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import { isSupported } from '../support.ts';
import { asSentence, readable } from '../windows.ts';
import { isDashed, linesOf } from './passage-lines.ts';

/** How much of the question a heading must say for its parts to be the list asked for. */
const MIN_HEADING_SHARE = 0.8;
const MIN_ITEMS = 2;

/** A whole enumeration: the parts of a section, or first, second, third … of a paragraph. Never cut silently. */
export function listAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  if (!wantsAny(query, ['list', 'overview', 'define', 'structure']) || query.unit) return undefined;
  const wantsParts = wantsAny(query, ['list', 'structure', 'overview']);
  const parts = wantsParts ? sectionParts(evidence) : undefined;
  return parts ?? openings(evidence) ?? ordinals(evidence) ?? dashes(evidence);
}

const wantsAny = ({ wants }: Query, some: readonly Want[]): boolean =>
  some.some((want) => wants.has(want));

const titleOf = (line: string): string => headingTitle(readable(line));

function sectionParts({ query, hits }: Evidence): Draft | undefined {
  const outlines = hits
    .map(({ passage }) => passage)
    .filter(({ kind, headingPath }) => kind === 'outline' && headingPath.length > 0)
    .map((passage) => ({
      passage,
      share: headingShare(query, flatten(passage.headingPath.at(-1) ?? '')),
    }))
    .filter(({ share }) => share >= MIN_HEADING_SHARE)
    .sort((a, b) => b.share - a.share);
  const best = outlines[0]?.passage;
  if (!best) return undefined;
  const [, ...items] = linesOf(best);
  if (items.length < MIN_ITEMS || !countFits(query, items.length)) return undefined;
  const text = `${titleOf(best.headingPath.at(-1) ?? '')}：${items.map(titleOf).join('、')}。`;
  return {
    kind: 'list',
    claims: [{ text, proofs: [{ passage: best, quote: items.join(ELLIPSIS) }] }],
  };
}

/** A question that says how many (八大集群, 五个园区) wants just so many. */
function countFits(query: Query, count: number): boolean {
  const said = /([二三四五六七八九十])(?:大|个|条|项|类|种|张|块|处|家)/u.exec(query.text)?.[1];
  return said === undefined || readOrdinal(said) === count;
}

/** 第一，… and 一是… where a clause begins; 第一个五年 and 统一是 are no counting. */
const ORDINAL =
  /第[一二三四五六七八九十](?=[，,、：:])|(?<=^|[，,。；;：:\s])[一二三四五六七八九十]是/gu;
const MAX_ITEM_CHARS = 60;
const MIN_ORDINALS = 3;

/** 第一，…第二，… and 一是…二是… of a paragraph that answers; it may run over several passages. */
function ordinals({ query, hits, index }: Evidence): Draft | undefined {
  for (const { passage, sentences } of hits.slice(0, 3)) {
    const best = sentences[0]?.sentence;
    if (passage.kind !== 'text' || !best || timeFit(query, best) < 0) continue;
    if (!isSupported(query, best)) continue;
    const claims = paragraphOf(passage, index.passagesOf(passage.documentId)).flatMap(itemsOf);
    if (claims.length >= MIN_ORDINALS) return { kind: 'list', claims };
  }
  return undefined;
}

/** The passages a long paragraph was cut into: neighbours under the same heading that go on counting. */
function paragraphOf(passage: Passage, all: readonly Passage[]): Passage[] {
  const isPart = (other: Passage | undefined): other is Passage =>
    other !== undefined &&
    other.lines[0] === passage.lines[0] &&
    other.headingPath.join() === passage.headingPath.join();
  return all.filter(isPart);
}

function itemsOf(passage: Passage): DraftClaim[] {
  const text = passage.quotable;
  const starts = [...text.matchAll(ORDINAL)].map(({ index }) => index);
  return starts.map((start, at) => {
    const quote = firstClauses(text.slice(start, starts[at + 1] ?? text.length));
    return { text: asSentence(quote), proofs: [{ passage, quote }] };
  });
}

/** The clauses of an item that fit, up to its full stop. */
function firstClauses(item: string): string {
  const stop = item.search(/[。；;\n]/u);
  const whole = stop >= 0 ? item.slice(0, stop + 1) : item;
  if (whole.length <= MAX_ITEM_CHARS) return whole;
  const cuts = [...whole.matchAll(/[，,、]/gu)]
    .map(({ index }) => index)
    .filter((at) => at > 8 && at < MAX_ITEM_CHARS);
  return whole.slice(0, cuts.at(-1) ?? MAX_ITEM_CHARS);
}

const MIN_OPENING_CHARS = 2;

/** Paragraphs that open with the words the question quotes (“努力建设”的是哪四个区). */
function openings(evidence: Evidence): Draft | undefined {
  const { query, index } = evidence;
  for (const quoted of query.quoted.filter(({ length }) => length >= MIN_OPENING_CHARS)) {
    for (const id of likelyDocuments(evidence)) {
      const items = index
        .passagesOf(id)
        .filter(
          ({ kind, quotable }) =>
            kind === 'text' &&
            flatten(quotable.replace(/^[\s—–-]+/u, '').slice(0, 40)).startsWith(quoted),
        );
      const claims = items.map((item) =>
        claimFrom(item, /^[^。；，]*/u.exec(item.quotable.replace(/^[\s—–-]+/u, ''))?.[0] ?? ''),
      );
      if (claims.length >= MIN_ITEMS) return { kind: 'list', claims };
    }
  }
  return undefined;
}

/** A paragraph that announces a group by the name the question uses, and the ——… paragraphs after it. */
function dashes({ query, hits, index }: Evidence): Draft | undefined {
  for (const { passage, sentences } of hits.slice(0, 5)) {
    const intro = sentences.find(
      ({ sentence }) => phraseIn(query.phrases, sentence.flat) > 0,
    )?.sentence;
    const after = index.passagesOf(passage.documentId).slice(passage.ordinal + 1);
    const end = after.findIndex((other) => !isDashed(other));
    const items = after.slice(0, end < 0 ? after.length : end).filter(isDashed);
    if (!intro || isDashed(passage) || items.length < MIN_ITEMS) continue;
    const claims = items.map((item) =>
      claimFrom(item, firstClauses(item.quotable.replace(/^\s*[—–-]+/u, ''))),
    );
    return { kind: 'list', claims: [claimFrom(passage, intro.text), ...claims] };
  }
  return undefined;
}

const claimFrom = (passage: Passage, quote: string): DraftClaim => ({
  text: asSentence(quote),
  proofs: [{ passage, quote: quote.trim() }],
});
