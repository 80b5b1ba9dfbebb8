import { withoutFraming } from '../language/framing.ts';
import { withoutTimeWords } from '../language/time-words.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { escapeForPattern, UNWRITTEN } from './question-text.ts';

/** Parts of speech that carry no subject matter: pronouns, particles, prepositions, conjunctions, adverbs … */
const EMPTY_TAGS = /^(?:r|u|p|c|d|y|e|o|x|w|f$|q$|zg$)/u;
const EMPTY_VERBS =
  /^(?:是|有|要|能|会|可以|应该|想|让|使|做|做到|占|定|达到|说|看|问|搞|弄|给|叫|来|去|到|在|往|得|行|管|负责|牵头|配合|还有|没有|没|包括|包含|指|意思)$/u;

/** A guess of the cutter around a word of one character: 要建, 建了. */
const GUESSED_VERB = /^(?:[要能会可想还再都也][\p{Script=Han}]|[\p{Script=Han}][了过着得])$/u;

/** A tagged word that says what the question is about. */
export const carriesContent = ({ word, tag }: TaggedWord): boolean =>
  /[\p{L}\p{N}]/u.test(word) &&
  !(tag === 'x' && GUESSED_VERB.test(word)) &&
  !EMPTY_VERBS.test(word) &&
  (!EMPTY_TAGS.test(tag) ||
    (tag.startsWith('x') && word.length > 1) ||
    /^[a-z0-9]+$/u.test(word)) &&
  !/^[一二三四五六七八九十百千万亿几两多第]+[个家些种名人位条所项块处座次倍大年天岁月]?$/u.test(
    word,
  );

/**
 * What the question is about: runs of text between spaces, names of places and documents taken out.
 * @param kept wordings to leave whole though they hold words that only ask (能活多少岁)
 */
export function contentOf(
  text: string,
  names: readonly string[],
  kept: readonly string[] = [],
): string {
  let content = text;
  for (const name of [...names].sort((a, b) => b.length - a.length))
    content = content.replace(asWritten(name), ' ');
  content = withoutTimeWords(content);
  const whole =
    kept.length > 0 ? new RegExp(`(${kept.map(escapeForPattern).join('|')})`, 'gu') : undefined;
  const parts = whole ? content.split(whole) : [content];
  return parts
    .map((part, at) => (at % 2 === 1 ? part : withoutFraming(part)))
    .join('')
    .replace(/[^\p{Script=Han}\p{L}\p{N}.%‰+&/-]+/gu, ' ')
    .trim();
}

/** A flattened name as people write it: 高新区“十四五”规划. */
const asWritten = (name: string): RegExp =>
  new RegExp(Array.from(name, escapeForPattern).join(`[${UNWRITTEN}]*`), 'giu');
