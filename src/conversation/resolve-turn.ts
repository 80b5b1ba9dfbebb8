import { flatten, plainQuestion } from '../understand/question-text.ts';
import { understandScope } from '../understand/scope.ts';
import type { Understanding } from '../understand/understand.ts';
import { carriesContent, contentOf } from '../understand/wants.ts';
import { yearsIn } from '../understand/years.ts';

/** What a conversation is about: all that is kept of a turn, and all that a follow-up can inherit. */
export interface Topic {
  /** Names of places and documents as said. */
  readonly places: readonly string[];
  readonly years: readonly number[];
  /** What it is about, without places, years and asking words. */
  readonly subject: string;
  /** The asking words (多少, 谁牵头, 有哪些), so that an elliptic turn asks the same of something else. */
  readonly asking: string;
  /** What it was about before that. */
  readonly context: string;
  /** Passages the answer stood on. */
  readonly focus: readonly string[];
}

/** A turn made whole with what earlier turns said. */
export interface ResolvedTurn {
  /** Stands alone: places and years inherited are written into it. */
  readonly question: string;
  readonly topic: Topic;
  /** What was taken over, in words for the person; empty for a fresh subject. */
  readonly inherited: readonly string[];
}

/** Words that point back: without an earlier turn they mean nothing. */
const POINTS_BACK =
  /^(?:那|它|其|这|再|还有|后来|里面|其中|另外|然后)|(?:呢|呐)[?？]?$|那个|这个|它的|其中|里面|这[几两三四五]个|上面|刚才|前面/u;
/** A correction of what was meant: the earlier question is asked again of something else. */
const CORRECTS = /我(?:说|问|指)的是|(?<!是)不是.{0,12}是/u;
/** Words that ask to say more of the same. */
const ASKS_MORE =
  /再?(?:具体|详细|展开)(?:一?点|一?些|说说|讲讲)?|还有(?:别的|其他)?吗|然后呢|继续/u;
/** Nouns that only ask who, when or in which document; a turn of nothing else keeps the subject. */
const ASKING_NOUN =
  /^(?:计划|规划|目标|纲要|任务|部门|单位|牵头|负责|配合|时候|评上|没有|具体|一点|展开|详细)$/u;

/** One question that brings its own earlier turn: 刚才问的是甲，那乙呢？ */
const SELF_CONTAINED =
  /^(?:刚才|接着|上面|前面|之前)(?:我?(?:问|说|讲)的?是?)?[:：]?(.+?)[,，;；](?:那么?|再问)(.+)$/u;

/** Splits a question that repeats the turn before it. */
export function turnsWithin(question: string): readonly string[] {
  const match = SELF_CONTAINED.exec(question.trim());
  return match?.[1] && match[2] ? [match[1], `那${match[2]}`] : [question];
}

const ASKING =
  /(?:(?:提高|下降|增长|涨|降)?(?:多少|百分之几|第几|几)|谁|哪|什么|怎么|多高|多大)[^,，。?？]{0,10}|率?目标/gu;

/** Of another subject the same is asked, but not in the same unit. */
const ASKING_FIGURE = /(?:多少|百分之几|几[个家座处所项件公千万亿])[^,，。?？]*/u;

interface Said extends Omit<Topic, 'context' | 'focus'> {
  readonly namesPlace: boolean;
}

function read(text: string, known: Understanding): Said {
  const flat = flatten(text);
  const { scope, names } = understandScope(
    flat,
    known.segmenter.tagged(flat),
    known.documents,
    (word) => known.statistics.frequency(word) > 0,
  );
  return {
    places: names,
    years: yearsIn(text).years,
    subject: contentOf(text, names),
    asking: (text.match(ASKING) ?? []).join(''),
    namesPlace: scope.documentIds.length + scope.absentRegions.length > 0 || scope.everyRegion,
  };
}

const yearText = (years: readonly number[]): string => years.map((year) => `${year}年`).join('、');
const MAX_CONTEXT_CHARS = 200;

/** Makes a turn whole from what the conversation was about. Pure. */
export function resolveTurn(
  turn: string,
  before: Topic | undefined,
  known: Understanding,
): ResolvedTurn {
  const text = plainQuestion(turn);
  const said = read(text, known);
  const words = known.segmenter
    .tagged(flatten(said.subject))
    .filter((word) => carriesContent(word) && word.word.length > 1 && !ASKING_NOUN.test(word.word));
  const isElliptic = words.length === 0 || CORRECTS.test(text) || ASKS_MORE.test(text);
  const isFresh = !isElliptic && said.namesPlace && !POINTS_BACK.test(text);
  if (!before || isFresh) return fresh(text, said);
  const places = said.namesPlace ? said.places : before.places;
  const inheritedPlace = said.namesPlace ? [] : [before.places.join('、')];
  if (!isElliptic) return goOn(text, said, places, inheritedPlace, before);
  const years = said.years.length > 0 ? said.years : before.years;
  const asking = said.asking || before.asking;
  const topic = { ...before, places, years, asking };
  const inherited = [
    ...inheritedPlace,
    before.subject.replace(/\s+/gu, ''),
    said.years.length > 0 ? '' : yearText(years),
  ];
  const rest = remainder(text, said.places);
  const parts = [
    places.join('、'),
    yearText(years),
    before.subject,
    rest,
    rest.replace(SORT_OF_DOCUMENT, '') === '' ? asking : '',
  ];
  const question = parts.filter(Boolean).join(' ');
  return { question, topic, inherited: inherited.filter(Boolean) };
}

/** Says where to look rather than what for. */
const SORT_OF_DOCUMENT = /^(?:计划|规划|纲要)$/u;
const POINTING = /那么|那个|那|这个|呢|呐|它们?的?|其中|[?？,，。]/gu;

/** What an elliptic turn says beside places, years and words that point back. */
const remainder = (text: string, places: readonly string[]): string =>
  places
    .reduce((rest, place) => rest.replaceAll(place, ' '), text)
    .replace(/(?:19|20)\d{2}年?|(?<!\d)\d{2}年/gu, ' ')
    .replace(POINTING, ' ')
    .trim();

const fresh = (question: string, { places, years, subject, asking }: Said): ResolvedTurn => ({
  question,
  topic: { places, years, subject, asking, context: '', focus: [] },
  inherited: [],
});

/** A new thing asked about the old subject: its words stand beside it, at lower weight. */
function goOn(
  text: string,
  { years, subject, asking }: Said,
  places: readonly string[],
  inheritedPlace: readonly string[],
  before: Topic,
): ResolvedTurn {
  const context = `${before.subject} ${before.context}`.slice(0, MAX_CONTEXT_CHARS);
  const inheritedYears = years.length > 0 ? '' : yearText(before.years);
  const sameAsking = asking === '' ? before.asking.replace(ASKING_FIGURE, '多少') : '';
  const question = [...inheritedPlace, inheritedYears, text, sameAsking].filter(Boolean).join(' ');
  const inherited = [...inheritedPlace, before.subject.replace(/\s+/gu, ''), inheritedYears].filter(
    Boolean,
  );
  return {
    question,
    topic: {
      places,
      years: years.length > 0 ? years : before.years,
      subject,
      asking: asking || before.asking,
      context,
      focus: before.focus,
    },
    inherited,
  };
}
