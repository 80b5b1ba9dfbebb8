import { type Marker, readMarker } from './numbering.ts';
import { bracketStart } from './responsibility-bracket.ts';

/** A text that begins like a heading; whether it is one, the order of the numbers decides. */
export interface HeadingCandidate {
  readonly marker: Marker;
  readonly title: string;
  /** The section's text follows the title in the same paragraph. */
  readonly isRunIn: boolean;
  readonly style: HeadingStyle;
  /** The paragraph that is numbered before it or after it has the number before or after. */
  readonly isInSeries?: boolean;
}

/** What sets the title off: a line of its own, a full stop, a colon, a comma; `long`: a whole item without one. */
export type HeadingStyle = 'line' | 'sentence' | 'colon' | 'clause' | 'long';

const MAX_STANDALONE_TITLE = 80;
const STANDALONE = /^[^。；;！？]+$/;
const SENTENCE_TITLE = /^([^。；;！？]{1,45})。/;
const COLON_TITLE = /^([^。；;，,：:]{1,30})[：:]/;
const CLAUSE_TITLE = /^([^。；;，,：:]{2,30})[，,；;]/;
/** Unlike a numbered heading, 一是 opens as many clauses as headings: only a short phrase of its own counts. */
const PLAIN_PHRASE_TITLE = /^([^。；;，,：:]{2,30})。(?=.)/;
/** A paragraph that begins with 一是 may have a title of two phrases, if more is said after it. */
const TWO_PHRASE_TITLE = /^([^。；;，,：:]{2,30}[，,][^。；;，,：:]{2,30})。(?=.)/;
/** 一是经济平稳增长。 on a line of its own. */
const LONE_PHRASE = /^([^。；;，,：:]{2,30}(?:[，,][^。；;，,：:]{2,30})?)。?$/;
/** 第一条【目的】or 第一条 目的 on a line of its own. */
const ARTICLE_TITLE = /^(?:[【[]([^】\]]{1,30})[】\]]|([^。；;，,：:]{1,20})$)/;
const FIRST_SENTENCE = /^[^。；;！？]+/;

export function readHeading(text: string): HeadingCandidate | null {
  const marker = readMarker(text);
  if (marker === null) return null;
  const { id, rank } = marker.family;
  if (id === 'article') return readArticle(marker);
  if (id === 'annex' && marker.rest === '') return standalone(marker, '');
  if (marker.rest === '') return null;
  if (id === 'clause') return runIn(marker, PLAIN_PHRASE_TITLE, 'sentence');
  const rest = beforeDuty(marker.rest);
  const hasDuty = rest !== marker.rest;
  if (STANDALONE.test(rest) && isShortTitle(marker, rest)) {
    return hasDuty
      ? { marker, title: collapse(rest), isRunIn: true, style: 'sentence' }
      : standalone(marker, rest);
  }
  if (rank !== null) return null;
  return (
    runIn(marker, COLON_TITLE, 'colon') ??
    runIn(marker, SENTENCE_TITLE, 'sentence') ??
    runIn(marker, CLAUSE_TITLE, 'clause')
  );
}

/**
 * A numbered paragraph that has no short title, as one of a series: named by its first sentence, or by the first
 * phrase of a long one.
 */
export function readLongHeading(text: string): HeadingCandidate | null {
  const marker = readMarker(text);
  if (marker === null || marker.family.rank !== null || marker.family.id === 'noted-point') {
    return null;
  }
  if (marker.family.id === 'clause') {
    const [, alone] = LONE_PHRASE.exec(marker.rest) ?? [];
    return alone === undefined
      ? runIn(marker, TWO_PHRASE_TITLE, 'sentence')
      : standalone(marker, alone);
  }
  const sentence = FIRST_SENTENCE.exec(beforeDuty(marker.rest))?.[0] ?? '';
  if (sentence.length < 2) return null;
  const title = sentence.length <= MAX_STANDALONE_TITLE ? sentence : firstPhrase(sentence);
  return { marker, title: collapse(title), isRunIn: true, style: 'long' };
}

/** Up to the first comma outside brackets. */
function firstPhrase(sentence: string): string {
  let depth = 0;
  for (let index = 0; index < sentence.length; index += 1) {
    const character = sentence.charAt(index);
    if ('（(“《'.includes(character)) depth += 1;
    if ('）)”》'.includes(character)) depth -= 1;
    if (depth <= 0 && '，,：:'.includes(character)) return sentence.slice(0, index);
  }
  return sentence;
}

/** An article's number is its heading; its text follows on the line. */
function readArticle(marker: Marker): HeadingCandidate {
  const [, inBrackets, alone] = ARTICLE_TITLE.exec(marker.rest) ?? [];
  if (alone !== undefined) return standalone(marker, alone);
  return {
    marker,
    title: collapse(inBrackets ?? ''),
    isRunIn: marker.rest !== '',
    style: marker.rest === '' ? 'line' : 'sentence',
  };
}

function standalone(marker: Marker, title: string): HeadingCandidate {
  return { marker, title: collapse(title), isRunIn: false, style: 'line' };
}

/** An announcement ending in a colon, or a clause run in after one, is text. */
function isShortTitle(marker: Marker, rest: string): boolean {
  const isRunInColon = marker.family.rank === null && COLON_TITLE.test(rest);
  return rest.length <= MAX_STANDALONE_TITLE && !isRunInColon;
}

function runIn(marker: Marker, pattern: RegExp, style: HeadingStyle): HeadingCandidate | null {
  const title = pattern.exec(beforeDuty(marker.rest))?.[1];
  return title === undefined ? null : { marker, title: collapse(title), isRunIn: true, style };
}

/** Without the bracket at the end that names who is responsible. */
function beforeDuty(text: string): string {
  return text.slice(0, bracketStart(text)).trimEnd();
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
