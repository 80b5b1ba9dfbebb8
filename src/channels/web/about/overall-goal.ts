import type { Passage } from '../../../model.ts';

/** A sentence that says what is to be reached, and where it stands. */
export interface Goal {
  readonly passageId: string;
  /** Word for word. */
  readonly words: string;
}

/** Headings under which plans say what they are for, the most general first. */
const HEADINGS = [/(?:总体|总|奋斗|战略)目标/u, /(?:主要|发展|预期|工作)目标/u, /目标/u];
const SENTENCE = /[^。！？]+[。！？]?/gu;
/** Of a goal: a time, and what is then to be so. */
const GOAL =
  /(?:20\d{2}年|二〇[〇一二三四五六七八九]{2}年|“十[三四五六]五”|今后五年|未来五年|今年|全年).*(?:目标|实现|达到|建成|形成|迈上|增长|提高|基本)/u;
const MIN_CHARS = 15;
const MAX_CHARS = 160;

/** What a document says of its goal as a whole; undefined where no heading and sentence say so. */
export function overallGoal(passages: readonly Passage[]): Goal | undefined {
  const texts = passages.filter(({ kind }) => kind === 'text');
  for (const heading of HEADINGS) {
    for (const passage of texts) {
      // What was reached in the years before stands under headings of its own.
      if (!passage.headingPath.some((each) => heading.test(each))) continue;
      const words = goalIn(passage.quotable);
      if (words !== undefined) return { passageId: passage.id, words };
    }
  }
  return undefined;
}

const goalIn = (text: string): string | undefined =>
  text
    .replace(/\s*\n\s*/gu, '')
    .match(SENTENCE)
    ?.map((sentence) => sentence.trim())
    .find(
      (sentence) =>
        GOAL.test(sentence) && sentence.length >= MIN_CHARS && sentence.length <= MAX_CHARS,
    );
