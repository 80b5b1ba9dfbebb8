import { conceptIn } from '../../retrieve/matching.ts';
import type { Sentence } from '../../retrieve/sentences.ts';
import { TIME } from '../../understand/asked-unit.ts';
import { MEASURES } from '../../understand/asking.ts';
import type { Concept, Query } from '../../understand/query.ts';
import { escapeForPattern } from '../../understand/question-text.ts';
import { compact } from '../prove/compact-text.ts';
import { readingsOf } from '../prove/sentence-readings.ts';

/**
 * Whether a sentence's figure of the kind asked for can be one of what the question names. Where several figures
 * are asked for that is for others to judge.
 * @param found what of the question stands in the sentence or above it
 */
export const isOfWhatIsAsked = (
  query: Query,
  sentence: Sentence,
  found: readonly Concept[],
): boolean =>
  query.asksMany ||
  query.wants.has('compare') ||
  (isPerHeadWhereAsked(query, sentence) &&
    isOfSingleYear(query, sentence) &&
    holdsMoreThanMeasures(query, found) &&
    isSaidOfIt(query, sentence));

const PER_HEAD = /每[十百千万]*(?:名|个|位)?(?:人|户|村)|[人户]均/u;

/** 每千人床位数 is not answered with all beds there are. */
const isPerHeadWhereAsked = ({ text }: Query, { flat }: Sentence): boolean =>
  !PER_HEAD.test(text) || PER_HEAD.test(flat);

/** A year in the middle of a period is not answered with what the period sums up or ends with. */
function isOfSingleYear({ time: asked }: Query, { time: said }: Sentence): boolean {
  const [year, ...more] = asked.years;
  if (year === undefined || more.length > 0 || asked.periods.length > 0) return true;
  return (
    said.years.includes(year) ||
    said.periods.length === 0 ||
    said.periods.some(([, last]) => last === year)
  );
}

/** Weight of a word that stands in few passages. */
const TELLING_FROM = 1.5;

/** 纺织产业的产值 is not answered with the 产值 of another 产业. */
function holdsMoreThanMeasures({ concepts }: Query, found: readonly Concept[]): boolean {
  const things = concepts.filter(
    ({ said, unknown, isThing, weight }) =>
      isThing && !unknown && weight >= TELLING_FROM && !MEASURES.test(said),
  );
  return things.length === 0 || things.some((thing) => found.includes(thing));
}

/** A word of nearly the same meaning will do, a distant one will not. */
const SAID_FROM = 0.35;

/** The words a figure is one of hold something the question names: 粮食产量5万吨 says nothing of 铁路货运. */
function isSaidOfIt({ unit, concepts, text: asked }: Query, sentence: Sentence): boolean {
  const text = compact(sentence.text);
  const figures = readingsOf(sentence).filter(
    ({ kind, start, end }) =>
      (kind !== 'year' || unit?.name === TIME) && unit?.figure.test(text.slice(start, end)),
  );
  const said = concepts.filter(({ unknown, isInherited }) => !unknown && isInherited !== true);
  const things = said.filter((one) => !MEASURES.test(one.said));
  const named = things.length > 0 ? things : said;
  if (figures.length === 0 || named.length === 0) return true;
  const isOfWhole = concepts.every(
    ({ said, unknown }) => unknown || MEASURES.test(said) || PEOPLE.test(said),
  );
  const isSaid = (words: string, clause: string): boolean =>
    named.some((one) =>
      isOfWhole
        ? isOfWholePlace(one.said, words)
        : conceptIn(one, words) >= SAID_FROM && !isOfAnother(one, named, words, clause),
    );
  return figures.some(({ words, start }) =>
    isSaid(
      ASKS_SHARE.test(asked) ? words : words.replace(WHOLE, ''),
      text.slice(text.lastIndexOf('，', start) + 1, start),
    ),
  );
}

/** 研发经费占地区生产总值比重 is no 地区生产总值. */
const WHOLE = /占[^，]*?(?=的?比[重例率])|单位(?:地区)?生产总值/gu;
const ASKS_SHARE = /占|比[重例率]|单位/u;

/** What may stand before a measure without saying of what it is one. */
const FILLERS =
  /全[区市县]|总|累计|年均|预计|新增|其中|力争|年度|到?\d+年|“?十[三四]五”?(?:末|期间)?|的|实现|达到|完成/gu;

/** 新型储能装机 is another 装机 than that of 抽水蓄能. */
function isOfAnother(
  { said }: Concept,
  named: readonly Concept[],
  words: string,
  clause: string,
): boolean {
  const others = named.filter(
    (other) =>
      other.isThing &&
      other.said !== said &&
      other.weight >= TELLING_FROM &&
      !MEASURES.test(other.said),
  );
  const isOfOther = others.some((other) => conceptIn(other, words + clause) >= SAID_FROM);
  const at = words.indexOf(said);
  if (others.length === 0 || isOfOther || at < 0) return false;
  const before =
    words
      .slice(0, at)
      .split(/[，,、；]/u)
      .at(-1) ?? '';
  return /\p{Script=Han}{2}/u.test(before.replace(FILLERS, ''));
}

const PEOPLE = /^(?:人口|人数)$/u;

/** 面积 with no word of whose is that of the place: 水土流失面积 and 脱贫人口 are others. */
const isOfWholePlace = (measure: string, words: string): boolean =>
  new RegExp(
    `(?:^|[，、的]|总|全[区市县]|国土|区域|辖区|常住|户籍)${escapeForPattern(measure)}`,
    'u',
  ).test(words);
