import type { TaggedWord } from '../segment/segmenter.ts';
import { wordBorders } from '../understand/concepts.ts';
import { flatten } from '../understand/question-text.ts';
import { synonymsIn } from '../understand/synonyms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Topic } from './topic.ts';

/** What tells words of the documents from words of the person. */
type Vocabulary = Pick<Understanding, 'segmenter' | 'synonyms' | 'statistics'>;

const MAX_SUBJECT_CHARS = 200;
const MAX_ASKING_CHARS = 40;
const MAX_PLACES = 10;
const MAX_TIMES = 10;
const MAX_LISTED = 12;
const MAX_ITEM_CHARS = 40;

/**
 * What of a topic may outlive its question. Who asked, and about whom, is not in it: names of persons and
 * long numbers (identity cards, telephones) are dropped unless the documents themselves have them. Of a
 * long turn its beginning is kept.
 */
export function keptTopic(topic: Topic, known: Vocabulary): Topic {
  return {
    places: topic.places.slice(0, MAX_PLACES),
    times: topic.times.slice(0, MAX_TIMES),
    subject: withoutPersons(topic.subject, MAX_SUBJECT_CHARS, known),
    wording: withoutPersons(topic.wording, MAX_SUBJECT_CHARS, known),
    asking: withoutPersons(topic.asking, MAX_ASKING_CHARS, known),
    context: withoutPersons(topic.context, MAX_SUBJECT_CHARS, known),
    former: {
      places: topic.former.places.slice(0, MAX_PLACES),
      times: topic.former.times.slice(0, MAX_TIMES),
    },
    listed: topic.listed.slice(0, MAX_LISTED).map((item) => item.slice(0, MAX_ITEM_CHARS)),
    focus: topic.focus,
  };
}

function withoutPersons(text: string, maxChars: number, known: Vocabulary): string {
  const kept: string[] = [];
  let chars = 0;
  const runs = text.split(/[\s，,。；;：:！!？?]+/u).map(flatten);
  for (const run of runs.filter((words) => !INTRODUCES.test(words))) {
    const isEveryday = everydayIn(run, known);
    let at = 0;
    for (const tagged of known.segmenter.tagged(run)) {
      const { word } = tagged;
      const isDropped =
        mayName(tagged) && !isEveryday(at, at + word.length) && !isInDocuments(word, known);
      at += word.length;
      chars += word.length;
      if (chars > maxChars) break;
      kept.push(isDropped ? ' ' : word);
    }
    kept.push(' ');
  }
  return kept.join('').replace(/\s+/gu, ' ').trim();
}

/** Who somebody says to be, up to the next comma. */
const INTRODUCES = /^(?:你好|您好|大家好)?我们?(?:是(?!不是|否)|叫|姓|来自)/u;
/** A turn without who somebody says to be; whole where it says nothing else. */
export function withoutIntroductions(text: string): string {
  const rest = text
    .split(/(?<=[，,。；;：:！!])/u)
    .filter((run) => !INTRODUCES.test(flatten(run)))
    .join('');
  return rest.trim() === '' ? text : rest;
}

/** Jieba's tag of a person, and of a word that is in no dictionary, as most names are. */
const PERSON_TAGS = /^(?:nr|x)/u;
const LONG_NUMBER = /\d{5}/u;
const ASKS = /[多几哪谁何怎]/u;

const mayName = ({ word, tag }: TaggedWord): boolean =>
  LONG_NUMBER.test(word) ||
  (PERSON_TAGS.test(tag) && /^\p{Script=Han}{2,}$/u.test(word) && !ASKS.test(word));

/** As a term, or pair by pair: documents may cut the same words otherwise. */
function isInDocuments(word: string, { statistics }: Vocabulary): boolean {
  if (statistics.frequency(word) > 0) return true;
  if (!/^\p{Script=Han}{3,}$/u.test(word)) return false;
  const characters = Array.from(word);
  return characters
    .slice(1)
    .every((character, at) => statistics.frequency(`${characters[at]}${character}`) > 0);
}

/** Tells whether a stretch of a text is part of an everyday wording of the list of synonyms. */
function everydayIn(
  text: string,
  { segmenter, synonyms }: Vocabulary,
): (start: number, end: number) => boolean {
  const found = synonymsIn(text, synonyms, wordBorders(text, segmenter));
  return (start, end) => found.some((wording) => wording.start < end && wording.end > start);
}
