import type { Passage } from '../../../model.ts';

/** A sentence that says what is to be reached, and where it stands. */
export interface Goal {
  readonly passageId: string;
  /** Word for word. */
  readonly words: string;
}

const SENTENCE = /[^。！？]+[。！？]?/gu;
const MIN_CHARS = 15;
const MAX_CHARS = 260;

/** A time to come: a year alone may have passed. */
const TIME = /到(?:20\d{2}|二[〇○]\S{2})年|经过.{0,4}[五5]年/u;
/** What is then to be so. */
const REACHED = /目标|实现|达到|建成|形成|迈上|跃升|增长|提高|基本/u;
/** A sentence that calls itself the goal. */
const NAMED = /(?:主要(?:预期)?|总体|总的?|奋斗|发展)目标(?:任务)?(?:是|为|：|:)/u;

/** Of what was, and of what others want. */
const PAST = /过去|回顾|五年来|以来|收官|圆满完成|刚刚/u;

interface Place {
  /** The innermost heading. */
  readonly heading: RegExp;
  readonly says: (sentence: string) => boolean;
}

/** Where a goal as a whole may stand, the surest first. */
const PLACES: readonly Place[] = [
  { heading: /(?:总体|总|奋斗|战略)目标/u, says: (sentence) => isGoal(sentence) },
  { heading: /(?:主要|发展|预期|工作)目标/u, says: (sentence) => isGoal(sentence) },
  { heading: /^/u, says: (sentence) => NAMED.test(sentence) },
  { heading: /目标/u, says: (sentence) => isGoal(sentence) },
];

const isGoal = (sentence: string): boolean => TIME.test(sentence) && REACHED.test(sentence);

/** What a document says of its goal as a whole; undefined where no sentence says so. */
export function overallGoal(passages: readonly Passage[]): Goal | undefined {
  const texts = passages.filter(({ kind }) => kind === 'text');
  for (const { heading, says } of PLACES) {
    for (const { id, headingPath, quotable } of texts) {
      if (!heading.test(headingPath.at(-1) ?? '') || PAST.test(headingPath.join(' '))) continue;
      const words = sentencesOf(quotable).find((sentence) => {
        const flat = sentence.replace(/\s+/gu, '');
        return !PAST.test(flat) && says(flat);
      });
      if (words !== undefined) return { passageId: id, words };
    }
  }
  return undefined;
}

const sentencesOf = (text: string): readonly string[] =>
  (text.replace(/\s*\n\s*/gu, '').match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length >= MIN_CHARS && length <= MAX_CHARS);
