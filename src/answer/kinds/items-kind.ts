import type { Passage } from '../../model.ts';
import { clausesIn } from '../../parse/clause-runs.ts';
import type { Candidate, DraftClaim, Evidence } from '../draft.ts';
import { lengthOf } from '../windows.ts';
import { placed, quoteClaim } from './claims.ts';
import { isDashed } from './passage-lines.ts';
import { tellingSentences } from './sentence-kind.ts';
import { countSaid } from './structure-kind.ts';

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
  const wholes = new Map<string, { passage: Passage; text: string }>();
  for (const { passage, start, end } of tellingSentences(evidence).slice(0, READ)) {
    const text = wholeSentence(passage.quotable, start, end);
    const isLonger = text.length > end - start && lengthOf(text) <= MAX_SENTENCE_CHARS;
    if (isLonger) wholes.set(passage.id + text, { passage, text });
  }
  const wanted = countSaid(evidence.query.text);
  return [...wholes.values()].slice(0, SENTENCES).map(({ passage, text }, at) => ({
    kind: 'list',
    way: 'items',
    claims: [placed(quoteClaim(passage, text), evidence)],
    signs: {
      candidateRank: 1 / (1 + at),
      counted: wanted === undefined ? 0 : wanted === partsIn(text) ? 1 : -1,
    },
  }));
}

const READ = 10;

/** From the full stop before to the one after, line ends aside. */
function wholeSentence(text: string, start: number, end: number): string {
  const from = Math.max(
    ...['。', '！', '？', '\n'].map((mark) => text.lastIndexOf(mark, start - 1)),
  );
  const stop = text.slice(end - 1).search(/[。！？\n]/u);
  return text.slice(from + 1, stop < 0 ? text.length : end + stop);
}

const partsIn = (text: string): number => text.split(/[；;]/u).length;

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
