import type { Understanding } from '../understand/understand.ts';
import type { Surroundings, Topic } from './topic.ts';
import type { TurnSaid } from './turn-said.ts';

const EVERYWHERE = '各地';

export const comparesIn = ({ leanings }: TurnSaid): boolean =>
  leanings.has('highest') || leanings.has('difference');

/** Where and when a turn asks of; what compares takes what was asked before as well. */
export function surroundingsOf(said: TurnSaid, before: Topic, known: Understanding): Surroundings {
  const compares = comparesIn(said);
  const own = {
    places: said.namesPlace ? said.places : placesBeside(said, before),
    times: said.times.length > 0 ? said.times : timesThere(said, before, known),
  };
  if (!compares) return own;
  const places = !said.namesPlace
    ? distinct([...before.former.places, ...before.places])
    : BESIDE.test(said.text)
      ? distinct([...before.places, ...said.places])
      : said.places;
  const times = distinct([...before.former.times, ...before.times, ...said.times]);
  const isAlone = places.length < 2 && times.length < 2 && before.listed.length < 2;
  if (said.leanings.has('highest') && isAlone && !said.namesPlace)
    return { places: [EVERYWHERE], times };
  return { places, times };
}

/** 跟安徽比哪个高 */
const BESIDE =
  /[跟和与同][^,，。]{1,12}(?:相?比|比较|对比)|比(?:起|得上)?[^,，。]{1,8}(?:高|低|多|少|快|慢)/u;

/** A five-year plan that people call by its time: another time is another plan. */
const NAMED_BY_TIME = /^[“"']?(?:十[一二三四五六七]|[六七八九])五[”"']?(?:计划|规划|时期|期间)?$/u;

const placesBeside = ({ times }: TurnSaid, { places }: Topic): readonly string[] =>
  times.some((time) => NAMED_BY_TIME.test(time))
    ? places.filter((place) => !NAMED_BY_TIME.test(place))
    : places;

/** Times asked of before, unless the documents of the place named now say nothing of that year. */
function timesThere(
  { namesPlace, query }: TurnSaid,
  { times }: Topic,
  known: Understanding,
): readonly string[] {
  const ids = query.scope.documentIds;
  if (!namesPlace || ids.length === 0) return times;
  return times.filter((time) => {
    const year = /\d{4}/u.exec(time)?.[0];
    return year === undefined || known.isSaidIn(year, ids);
  });
}

/** What changes is remembered, what stays is not. */
export function formerOf(said: TurnSaid, { places, times, former }: Topic): Surroundings {
  return {
    places: said.namesPlace ? distinct([...former.places, ...places]) : former.places,
    times: said.times.length > 0 ? distinct([...former.times, ...times]) : former.times,
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
