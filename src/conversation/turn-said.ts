import { withoutAims } from '../language/aims.ts';
import { type Leaning, leaningsIn, withoutLeanings } from '../language/leanings.ts';
import { timeWordsIn, withoutTimeWords } from '../language/time-words.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { carriesContent, contentOf } from '../understand/content-of.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import { type Understanding, understand, withoutRuledOut } from '../understand/understand.ts';
import { withoutIntroductions } from './kept-topic.ts';
import type { Surroundings } from './topic.ts';

/** A turn by itself, before anything is inherited. */
export interface TurnSaid extends Surroundings {
  readonly query: Query;
  readonly text: string;
  readonly leanings: ReadonlySet<Leaning>;
  readonly namesPlace: boolean;
  /** What it is about, without places, times, asking words and words that lean on earlier turns. */
  readonly subject: string;
  /** How it asks, without places, times and words that lead on. */
  readonly wording: string;
  /** Words of its own that say what it is about. */
  readonly words: readonly string[];
  /** Some of them name a thing: verbs alone (啥时候完工) ask of what was named before. */
  readonly namesThing: boolean;
  /** The words that ask. */
  readonly asking: string;
}

/** Nouns that only ask who, when or in which document; a turn of nothing else keeps the subject. */
const ASKING_NOUN =
  /^(?:计划|规划|目标|纲要|任务|部门|单位|牵头|负责|配合|时候|评上|没有|具体|一点|展开|详细|实际|完成|情况|数字?|数值|报告|文件|时期|期间|同期|的话|实现|达到|定下?|提到|提高到?|部分|一起|同比)$/u;

/** Verbs, adjectives, adverbs, numbers, times and directions. */
const NO_THING = /^(?:v$|vd|vi|a$|ad|d|m|q|t|f|z)/u;
/** Begins by saying something of a thing that is not named. */
const DROPS_SUBJECT =
  /^(?:那么?)?(?:占|比|后来|这[几两三四五六七八九十]个|[^,，。]{0,6}?(?:再(?!生|制造|就业|贷款|融资|担保|保险|利用)|还要))/u;
/** Of what was named before: which firms, which works, what is done for it. */
const OF_SOMETHING =
  /^(?:项目|工程|企业|公司|措施|举措|办法|做法|政策|资金|单位|人员|成员|标准|要求|地方|区域)$/u;

const ASKING =
  /(?:(?:提高|下降|增长|涨|降)?(?:多少|百分之几|第几|几)|谁|哪|什么|怎么|多高|多大)[^,，。?？]{0,10}|率?目标/gu;

/** Words that only lean: what is left of the turn without them is its own. */
const ONLY_LEANS: ReadonlySet<Leaning> = new Set([
  'more',
  'points',
  'corrects',
  'turns',
  'filter',
  'chapter',
  'who',
  'all',
  'difference',
  'highest',
]);

export function readTurn(text: string, known: Understanding): TurnSaid {
  const query = understand(text, known);
  const leanings = leaningsIn(query.text);
  const own = withoutRuledOut(withoutIntroductions(query.text));
  const subject = subjectOf(withoutLeanings(own, ONLY_LEANS), query.names, known);
  const words = known.segmenter
    .tagged(flatten(subject))
    .filter((word) => carriesContent(word) && word.word.length > 1 && !ASKING_NOUN.test(word.word));
  const times = timeWordsIn(query.text);
  // 十一五 may be the name of a plan and a time: of the place only what is no time.
  const places = query.names.filter((name) => !times.some((time) => time.includes(name)));
  const { scope } = query;
  const namesPlace = scope.documentIds.length + scope.absentRegions.length > 0 || scope.everyRegion;
  return {
    query,
    text: own,
    places,
    times: times.filter((time) => !places.some((name) => name.includes(time))),
    leanings,
    namesPlace,
    subject,
    wording: wordingOf(own, query.names),
    words: words.map(({ word }) => word),
    namesThing: namesThing(words, namesPlace) && !DROPS_SUBJECT.test(own),
    asking: (query.text.match(ASKING) ?? []).join(''),
  };
}

/** Whether some words are of a thing of their own, rather than of what was named before. */
const namesThing = (words: readonly TaggedWord[], namesPlace: boolean): boolean =>
  words.some(({ word, tag }) => !NO_THING.test(tag) && (namesPlace || !OF_SOMETHING.test(word)));

const LEADS_ON: ReadonlySet<Leaning> = new Set(['turns', 'corrects']);
/** 那古商城怎么弄: no part of what it leads on to. */
const LEADING =
  /^[\s,，。]*(?:那么?|另外|然后|还有呢?(?=[,，\s])|请问|麻烦|帮我(?:查|看)?)(?![个些种里边年儿])[,，\s]*/u;

/** What a turn asks, without the words that lead on to it. */
export const withoutLead = (text: string): string =>
  withoutLeanings(text, LEADS_ON)
    .replace(LEADING, '')
    .replace(/呢?[?？]?$/u, '')
    .replace(/呢(?=[\s,，。?？])/gu, '')
    .trim();

function wordingOf(text: string, names: readonly string[]): string {
  const timeless = withoutTimeWords(withoutLead(text));
  return names
    .reduce((rest, name) => rest.replaceAll(name, ' '), timeless)
    .replace(/[?？。!！]+/gu, ' ')
    .replace(/(?:^|\s)(?:到|在|的|是)(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Runs of content, each without the empty words at its ends: what a person can be told it is about. */
function subjectOf(text: string, names: readonly string[], { segmenter }: Understanding): string {
  return contentOf(withoutAims(text), names)
    .split(/\s+/u)
    .map((run) => {
      const words = segmenter.tagged(flatten(run));
      const first = words.findIndex(carriesContent);
      const last = words.findLastIndex(carriesContent);
      return first < 0
        ? ''
        : words
            .slice(first, last + 1)
            .map(({ word }) => word)
            .join('');
    })
    .filter(Boolean)
    .join(' ');
}
