import { wordBorders } from '../retrieve/concepts.ts';
import { flatten } from '../retrieve/question-text.ts';
import { synonymsIn } from '../retrieve/synonyms.ts';
import type { Understanding } from '../retrieve/understand.ts';
import { carriesContent } from '../retrieve/wants.ts';
import type { Topic } from './resolve-turn.ts';

const MAX_SUBJECT_CHARS = 200;
const MAX_ASKING_CHARS = 20;
const MAX_PLACES = 10;

/**
 * What of a topic may be kept after the question is gone: names of places, years, passages, and those words
 * that the documents or the list of synonyms have themselves. A name or a number that a person typed of his
 * own is dropped, and so is length without end.
 */
export function keptTopic(topic: Topic, known: Understanding): Topic {
  return {
    places: topic.places.slice(0, MAX_PLACES),
    years: topic.years,
    subject: knownWords(topic.subject, MAX_SUBJECT_CHARS, known),
    asking: knownWords(topic.asking, MAX_ASKING_CHARS, known),
    context: knownWords(topic.context, MAX_SUBJECT_CHARS, known),
    focus: topic.focus,
  };
}

function knownWords(text: string, maxChars: number, known: Understanding): string {
  const runs = text.slice(0, maxChars).split(/\s+/u).map(flatten);
  return runs
    .flatMap((run) => knownStretches(run, known))
    .join(' ')
    .trim();
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly isKept: boolean;
}

/** Stretches of neighbouring words that are all kept. */
function knownStretches(run: string, known: Understanding): string[] {
  const { segmenter, synonyms, statistics } = known;
  const everyday = synonymsIn(run, synonyms, wordBorders(run, segmenter));
  const isEveryday = (start: number, end: number): boolean =>
    everyday.some((wording) => wording.start < end && wording.end > start);
  const words: Word[] = [];
  let at = 0;
  for (const tagged of segmenter.tagged(run)) {
    const { word } = tagged;
    const isKept =
      !carriesContent(tagged) ||
      statistics.frequency(word) > 0 ||
      isEveryday(at, at + word.length);
    words.push({ text: word, start: at, isKept });
    at += word.length;
  }
  return joined(words, (pair) => statistics.frequency(pair) > 0);
}

/** A single character is no term by itself: it is kept where it and a kept neighbour make one (化 + 率). */
function joined(words: readonly Word[], isPair: (pair: string) => boolean): string[] {
  const stretches: string[] = [];
  let isOpen = false;
  words.forEach((word, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    const isTied =
      word.text.length === 1 &&
      ((before?.isKept && isPair(`${before.text.slice(-1)}${word.text}`)) ||
        (after?.isKept && isPair(`${word.text}${after.text.slice(0, 1)}`)));
    if (!word.isKept && !isTied) {
      isOpen = false;
      return;
    }
    if (isOpen) stretches.push(`${stretches.pop() ?? ''}${word.text}`);
    else stretches.push(word.text);
    isOpen = true;
  });
  return stretches;
}
