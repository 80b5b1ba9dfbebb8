import { withoutAims } from '../language/aims.ts';
import { carriesContent } from '../understand/content-of.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Topic } from './topic.ts';

/** What asks in a turn that was answered, and asks no more when something else is asked of the same. */
export const ASKING_WORDS =
  /(?:多少|(?<!哪)几)(?:[个家座处所项件条人次位名场台天岁]|[万亿]?元|万?平方(?:公里|米)|公里|万?吨|%)?|百分之几|是?(?:谁|哪里|哪儿|什么|些?啥)|有?哪[些几]?[个家条项所]?|怎么样?|如何/gu;

const MAX_CONTEXT_CHARS = 200;

/** What a turn was about, and those before it, for a search at lower weight. */
export const contextOf = ({ subject, wording, context }: Topic): string =>
  `${withoutAims(wording).replace(ASKING_WORDS, ' ') || subject} ${context}`
    .trim()
    .slice(0, MAX_CONTEXT_CHARS);

/** 联席会议 of 联席会议由谁召集: another thing is asked of it now. All of it where the thing comes after the asking words. */
export function thingAsked(wording: string, { segmenter }: Understanding): string {
  const thing = wording.slice(0, Math.max(0, wording.search(ASKING_WORDS)));
  const last = segmenter.tagged(thing).findLast(carriesContent);
  const isNamed = last !== undefined && /^(?:n|l|j|vn)/u.test(last.tag) && last.word.length > 1;
  return isNamed ? thing : wording;
}
