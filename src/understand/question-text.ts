import { simplified } from '../language/simplified.ts';
import { digitsOf, yearsInDigits } from '../language/written-years.ts';
import { normalise } from '../segment/terms.ts';

/** What flattening drops, as the inside of a character class. */
export const UNWRITTEN = '\\s“”‘’"\'「」『』';
const DROPPED = new RegExp(`[${UNWRITTEN}]+`, 'gu');

/** Lower case, one width, no white space, no quotation marks: what is compared with what. */
export const flatten = (text: string): string => normalise(text).replace(DROPPED, '');

/**
 * The question as plain words: tags, chat markup, mentions and links are dropped (they are data, and none of
 * them asks anything), years written in Chinese become digits, traditional characters
 * simplified ones.
 */
export function plainQuestion(raw: string): string {
  return (
    yearsInDigits(simplified(normalise(raw)))
      .replace(/<[@#!][^>]*>|&lt;[!@#].*?&gt;/gu, ' ')
      .replace(/<https?:[^>]*>|https?:\/\/\S+/gu, ' ')
      .replace(/<\/?[a-z][^>]*>/gu, ' ')
      .replace(/[`*_~<>{}[\]|\\]+/gu, ' ')
      .replace(/[一二三四五六七八九](?=岁)/gu, digitsOf)
      // 十五午 sounds like 十五五.
      .replace(/(?<=十[一二三四五六七])[午武舞](?=规划|计划|期|时期|末)/gu, '五')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** Words that stand in quotation marks, flattened. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(/[“"「『]([^”"」』]+)[”"」』]/gu)].map(([, words]) => flatten(words ?? ''));

/** A text as the source of a pattern that finds just it. */
export const escapeForPattern = (text: string): string =>
  text.replace(/[.*+?^$()[\]{}|\\/]/gu, '\\$&');
