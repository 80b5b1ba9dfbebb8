import { quantitiesIn } from './quantities.ts';
import { isSameAmount } from './quantity.ts';

/** A text without what counts off its parts. */
export const withoutNumbering = (text: string): string => text.replace(ENUMERATES, '');

/** What only counts off the parts of an answer (第二，…；三是…). */
const ENUMERATES =
  /(?<=^|[，。；;:])(?:第[一二三四五六七八九十](?:，|:)|(?:[一二三四五六七八九十]是|[其之][一二三四五])(?:，|:)?)/gu;
const SHORT_ANSWER = /^(?<lead>[^，。:]{1,8})[。:](?=.{8})/u;
const DENIES = /[不没未否无非禁别]/u;

/**
 * A compact claim as it is held against what it cites: without what counts off its parts, and without the short answer
 * (两个。全部达标:) that the rest of it says again.
 */
export function withoutLead(claim: string): string {
  const text = withoutNumbering(claim);
  const lead = SHORT_ANSWER.exec(text)?.groups?.lead;
  if (lead === undefined || DENIES.test(lead)) return text;
  const rest = text.slice(lead.length + 1);
  const figures = quantitiesIn(lead).filter(({ kind }) => kind === 'amount');
  const again = quantitiesIn(rest);
  const isSaidAgain = figures.every((one) => again.some((other) => isSameAmount(one, other)));
  const isAnswer = figures.length > 0 || lead.length <= SHORTEST;
  return isSaidAgain && isAnswer ? rest : text;
}

const SHORTEST = 3;
