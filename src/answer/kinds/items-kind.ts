import type { Passage } from '../../model.ts';
import { clausesIn } from '../../parse/clause-runs.ts';
import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { lengthOf } from '../windows.ts';
import { placed, quoteClaim } from './claims.ts';
import { isDashed } from './passage-lines.ts';
import { tellingSentences } from './sentence-kind.ts';
import { countSaid } from './structure.ts';

const MIN_ITEMS = 3;
const MAX_ITEM_CHARS = 70;
const PARAGRAPHS = 4;

/** A whole enumeration that runs within a sentence, a paragraph or over neighbouring ones, counted. */
export function itemsKind(evidence: Evidence): readonly Candidate[] {
  return [...inParagraphs(evidence), ...inSentences(evidence)];
}

function inParagraphs(evidence: Evidence): Candidate[] {
  const passages = [
    ...new Map(tellingSentences(evidence).map(({ passage }) => [passage.id, passage])).values(),
  ].slice(0, PARAGRAPHS);
  const wanted = countSaid(evidence.query.text);
  return passages.flatMap((passage, at) => {
    const all = evidence.index.passagesOf(passage.documentId);
    const claims = [counted(passage, all), dashes(passage, all)].find(
      (items) => items.length >= MIN_ITEMS,
    );
    if (!claims) return [];
    const candidate: Candidate = {
      kind: 'list',
      way: 'items',
      claims,
      signs: {
        candidateRank: 1 / (1 + at),
        counted: wanted === undefined ? 0 : wanted === claims.length ? 1 : -1,
      },
    };
    return [candidate];
  });
}

const SENTENCES = 3;
const MAX_SENTENCE_CHARS = 700;

/** A sentence whose parts are set apart by semicolons is ranked part by part, and yet may be the whole list. */
function inSentences(evidence: Evidence): Candidate[] {
  const wholes = new Map<string, readonly DraftClaim[]>();
  for (const sentence of tellingSentences(evidence).slice(0, READ)) {
    const claims = wholeSentence(sentence, evidence);
    const said = claims.map(({ text }) => text).join('');
    const isLonger = said.length > sentence.text.length + 1;
    if (isLonger && lengthOf(said) <= MAX_SENTENCE_CHARS) wholes.set(said, claims);
  }
  const wanted = countSaid(evidence.query.text);
  return [...wholes].slice(0, SENTENCES).map(([said, [first, ...others]], at) => ({
    kind: 'list',
    way: 'items',
    claims: [...(first ? [placed(first, evidence)] : []), ...others],
    signs: {
      candidateRank: 1 / (1 + at),
      counted: wanted === undefined ? 0 : wanted === partsIn(said) ? 1 : -1,
    },
  }));
}

const READ = 10;

/** From the full stop before to the one after, though its paragraph was cut into several passages. */
function wholeSentence({ passage, start, end }: RankedSentence, { index }: Evidence): DraftClaim[] {
  const parts = paragraphOf(passage, index.passagesOf(passage.documentId));
  const before = parts
    .slice(0, parts.indexOf(passage))
    .map(({ quotable }) => quotable)
    .join('');
  const text = parts.map(({ quotable }) => quotable).join('');
  const [from, to] = [before.length + start, before.length + end];
  const opens = Math.max(...STOPS.map((mark) => text.lastIndexOf(mark, from - 1))) + 1;
  const stop = text.slice(to - 1).search(/[。！？\n]/u);
  const closes = stop < 0 ? text.length : to + stop;
  let at = 0;
  return parts.flatMap((part) => {
    const quote = part.quotable.slice(Math.max(0, opens - at), Math.max(0, closes - at)).trim();
    at += part.quotable.length;
    return quote === '' ? [] : [quoteClaim(part, quote)];
  });
}

const STOPS = ['。', '！', '？', '\n'];

const partsIn = (text: string): number => text.split(/[；;。]/u).filter(Boolean).length;

/** The passages a long paragraph was cut into: neighbours of the same lines under the same heading. */
const paragraphOf = (passage: Passage, all: readonly Passage[]): Passage[] =>
  all.filter(
    (other) =>
      other.lines[0] === passage.lines[0] &&
      other.headingPath.join() === passage.headingPath.join(),
  );

/** What a paragraph counts up, though it was cut into several passages. */
function counted(passage: Passage, all: readonly Passage[]): DraftClaim[] {
  const parts = paragraphOf(passage, all);
  const text = parts.map(({ quotable }) => quotable).join('');
  return clausesIn(text).flatMap(({ offset, text: item }) => {
    let start = 0;
    for (const part of parts) {
      const end = start + part.quotable.length;
      if (offset < end) {
        const quote = part.quotable.slice(offset - start, offset - start + item.length);
        return [quoteClaim(part, firstClauses(quote))];
      }
      start = end;
    }
    return [];
  });
}

/** The ——… paragraphs around one, or after it. */
function dashes(passage: Passage, all: readonly Passage[]): DraftClaim[] {
  const at = all.indexOf(passage);
  const from = isDashed(passage)
    ? at - [...all.slice(0, at)].reverse().findIndex((one) => !isDashed(one))
    : at + 1;
  const after = all.slice(Math.max(0, from));
  const end = after.findIndex((one) => !isDashed(one));
  return after
    .slice(0, end < 0 ? after.length : end)
    .map((item) => quoteClaim(item, firstClauses(item.quotable.replace(/^\s*[—–-]+/u, ''))));
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
