import { plannedIn, withoutAims } from '../language/aims.ts';
import { type Leaning, ordinalIn, withoutLeanings } from '../language/leanings.ts';
import { withoutTimeWords } from '../language/time-words.ts';
import { carriesContent } from '../understand/content-of.ts';
import { type Before, type Understanding, understand } from '../understand/understand.ts';
import { NOWHERE, type Surroundings, type Topic } from './topic.ts';
import { readTurn, type TurnSaid, withoutLead } from './turn-said.ts';

/** A turn made whole with what earlier turns said. */
export interface ResolvedTurn {
  /** Stands alone: places and times inherited are written into it. */
  readonly question: string;
  readonly topic: Topic;
  /** What was taken over, in words for the person; empty for a fresh subject. */
  readonly inherited: readonly string[];
  /** Which parts of the question those are. */
  readonly parts: Before['inherited'];
}

const MAX_CONTEXT_CHARS = 200;

/** Makes a turn whole from what the conversation was about. Pure. */
export function resolveTurn(
  turn: string,
  before: Topic | undefined,
  known: Understanding,
): ResolvedTurn {
  return resolveSaid(readTurn(turn, known), before, known);
}

export function resolveSaid(
  said: TurnSaid,
  before: Topic | undefined,
  known: Understanding,
): ResolvedTurn {
  if (!before) return fresh(said, said.text);
  const item = listedItem(said, before);
  if (item !== undefined) return ofItem(item, said, before);
  if (asksOfWhole(said)) return fresh(said, withoutLead(said.text));
  const keepsSubject =
    !said.namesThing ||
    KEEPS_SUBJECT.some((leaning) => said.leanings.has(leaning)) ||
    (said.leanings.has('points') && comparesIn(said));
  if (keepsSubject && !said.leanings.has('turns')) return sameSubject(said, before);
  const isFresh = said.namesPlace && !said.leanings.has('points') && !said.leanings.has('more');
  return isFresh ? fresh(said, withoutLead(said.text)) : otherSubject(said, before, known);
}

/** How a document is built or when it was issued, and of no thing in it. */
const asksOfWhole = ({ namesPlace, leanings, query: { wants } }: TurnSaid): boolean =>
  namesPlace &&
  !leanings.has('chapter') &&
  !leanings.has('points') &&
  (wants.has('structure') || wants.has('metadata'));

/** What asks of the answer itself. */
const KEEPS_SUBJECT: readonly Leaning[] = ['filter', 'chapter'];

function fresh(said: TurnSaid, question: string): ResolvedTurn {
  const { places, times, subject, wording, asking } = said;
  return {
    question,
    topic: {
      places,
      times,
      subject,
      wording,
      asking,
      context: '',
      former: NOWHERE,
      listed: [],
      focus: [],
    },
    inherited: [],
    parts: [],
  };
}

/** 第二个: what the answer before listed. */
function listedItem({ text, words, leanings }: TurnSaid, { listed }: Topic): string | undefined {
  if (!leanings.has('ordinal') || words.length > 2) return undefined;
  const ordinal = ordinalIn(text);
  return ordinal === undefined ? undefined : listed.at(ordinal);
}

function ofItem(item: string, said: TurnSaid, before: Topic): ResolvedTurn {
  const rest = restOf(said, ['ordinal', 'points']) || '有什么安排';
  const { places } = before;
  return {
    question: [...places, item, rest].join(' '),
    topic: {
      ...before,
      subject: item,
      wording: `${item} ${rest}`,
      asking: said.asking,
      context: contextOf(before),
      former: NOWHERE,
    },
    inherited: [places.join('、'), item].filter(Boolean),
    parts: ['place', 'subject'],
  };
}

/** The same thing, elsewhere, at another time, or asked in another way. */
function sameSubject(said: TurnSaid, before: Topic): ResolvedTurn {
  const around = surroundingsOf(said, before);
  const asking = said.asking || before.asking;
  const rest = restOf(said, ['points', 'corrects', 'more', 'filter']);
  const asksItself =
    (said.asking !== '' && !ASKS_SAME.test(rest)) ||
    [...said.leanings].some((one) => ASKS_ITSELF.has(one));
  const old = wordingFor(said, before, asksItself);
  const isGap = said.leanings.has('difference') && !/差/u.test(rest);
  const own = ASKS_SAME.test(rest) ? '' : rest + (isGap ? ' 相差多少' : '');
  const wordings = SORT_OF_DOCUMENT.test(own) ? [own, old] : [old, own];
  const wording = wordings.filter(Boolean).join(' ');
  const takesPlace = !said.namesPlace && around.places.length > 0;
  const takesTime = said.times.length === 0 && around.times.length > 0;
  const inherited = [
    takesPlace ? around.places.join('、') : '',
    before.subject.replace(/\s+/gu, ' '),
    takesTime ? around.times.join('、') : '',
  ];
  return {
    question: [around.places.join('、'), around.times.join('、'), ...wordings]
      .filter(Boolean)
      .join(' '),
    topic: {
      ...before,
      ...(said.namesPlace || takesPlace ? { places: around.places } : {}),
      times: around.times,
      wording,
      asking,
      former: formerOf(said, before),
    },
    inherited: inherited.filter(Boolean),
    parts: [
      'subject',
      ...(takesPlace ? ['place' as const] : []),
      ...(takesTime ? ['time' as const] : []),
    ],
  };
}

/** Says where to look rather than what for. */
const SORT_OF_DOCUMENT = /^(?:计划|规划|纲要|目标)$/u;
/** Asks for the figure asked for before. */
const ASKS_SAME = /^(?:[是有为]?(?:多少|几)?[呀啊]?)$/u;
const ASKING_WORDS =
  /(?:多少|(?<!哪)几)(?:[个家座处所项件条人次位名场台天岁]|[万亿]?元|万?平方(?:公里|米)|公里|万?吨|%)?|百分之几|是?(?:谁|哪里|哪儿|什么)|有?哪[些几]?[个家条项所]?|怎么样?|如何/gu;

/** How it was asked before, without what the turn says anew: who or how much, planned or done. */
function wordingFor(said: TurnSaid, before: Topic, asksItself: boolean): string {
  const old = before.wording || before.subject;
  const isOtherTime = said.times.length > 0 || plannedIn(said.text) !== null;
  const timeless = isOtherTime ? withoutAims(old) : old;
  return asksItself ? timeless.replace(ASKING_WORDS, ' ').replace(/\s+/gu, ' ').trim() : timeless;
}

/** Leanings that say what is asked; of the others the same is asked as before. */
const ASKS_ITSELF: ReadonlySet<Leaning> = new Set([
  'highest',
  'difference',
  'chapter',
  'who',
  'quote',
  'all',
]);
const EVERYWHERE = '各地';

const comparesIn = ({ leanings }: TurnSaid): boolean =>
  leanings.has('highest') || leanings.has('difference');

/** Where and when a turn asks of; what compares takes what was asked before as well. */
function surroundingsOf(said: TurnSaid, before: Topic): Surroundings {
  const compares = comparesIn(said);
  const own = {
    places: said.namesPlace ? said.places : before.places,
    times: said.times.length > 0 ? said.times : before.times,
  };
  if (!compares) return own;
  const places = said.namesPlace
    ? said.places
    : distinct([...before.former.places, ...before.places]);
  const times = distinct([...before.former.times, ...before.times, ...said.times]);
  const isAlone = places.length < 2 && times.length < 2 && before.listed.length < 2;
  if (said.leanings.has('highest') && isAlone && !said.namesPlace)
    return { places: [EVERYWHERE], times };
  return { places, times };
}

/** What changes is remembered, what stays is not. */
function formerOf(said: TurnSaid, { places, times, former }: Topic): Surroundings {
  return {
    places: said.namesPlace ? distinct([...former.places, ...places]) : former.places,
    times: said.times.length > 0 ? distinct([...former.times, ...times]) : former.times,
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** Of another subject the same is asked, but not in the same unit. */
const ASKING_FIGURE = /(?:多少|百分之几|(?<!哪)几[个家座处所项件公千万亿])[^,，。?？]*/u;

/** Points into what was answered. */
const POINTS_INTO = /里面|里头|其中|它|他们|[这那](?:个|些|几个)|上面|刚才|前面|同期|还有/u;
/** A measure needs no other thing to be understood: 再生水利用率呢. */
const IS_MEASURE =
  /(?:率|比重|占比|比例|增速|产值|产量|面积|收入|总额|余额|里程|规模|指数|寿命|床位数?)[的呢?？]*$/u;

/** Whether a turn with a thing of its own still means nothing without the old one: 中心村呢, 里面那个. */
const needsOld = ({ text, asking, subject }: TurnSaid): boolean =>
  POINTS_INTO.test(text) || (asking === '' && !IS_MEASURE.test(subject));

/** 药品的呢: of another thing the same. */
const MAX_GENITIVE_CHARS = 6;

/** What was asked of the thing before, without its first word: 抽检合格率 of 食品抽检合格率. */
function restOfThing({ wording }: Topic, { segmenter }: Understanding): string {
  const words = segmenter.tagged(wording);
  const first = words.findIndex(carriesContent);
  return words
    .slice(first + 1)
    .map(({ word }) => word)
    .join('');
}

/** A new thing asked about the old place; the old subject stands beside it at lower weight. */
function otherSubject(said: TurnSaid, before: Topic, known: Understanding): ResolvedTurn {
  const turns = said.leanings.has('turns');
  const isThere = !said.namesPlace && mayBeIn(said, before, known);
  const places = isThere ? before.places : said.places;
  const takesTime = said.times.length === 0 && !turns && before.times.length > 0 && isThere;
  const times = takesTime ? before.times : said.times;
  const drops =
    turns || said.leanings.has('corrects') || !(isThere || said.namesPlace) || !needsOld(said);
  const context = drops ? '' : contextOf(before);
  const sameAsking = said.asking === '' ? before.asking.replace(ASKING_FIGURE, '多少') : '';
  const own = withoutLead(said.text);
  const isOfThem = said.asking === '' && own.length <= MAX_GENITIVE_CHARS && own.endsWith('的');
  const text = isOfThem ? own + restOfThing(before, known) : own;
  const takesPlace = isThere && places.length > 0;
  const inherited = [
    takesPlace ? places.join('、') : '',
    context === '' ? '' : before.subject.replace(/\s+/gu, ' '),
    takesTime ? times.join('、') : '',
  ];
  return {
    question: [
      takesPlace ? places.join('、') : '',
      takesTime ? times.join('、') : '',
      text,
      sameAsking,
    ]
      .filter(Boolean)
      .join(' '),
    topic: {
      places,
      times,
      subject: said.subject,
      wording: [said.wording, sameAsking].filter(Boolean).join(' '),
      asking: said.asking || before.asking,
      context,
      former: NOWHERE,
      listed: [],
      focus: drops ? [] : before.focus,
    },
    inherited: inherited.filter(Boolean),
    parts: [...(takesPlace ? ['place' as const] : []), ...(takesTime ? ['time' as const] : [])],
  };
}

/** Names of places, organisations and works. */
const NAME_TAG = /^(?:ns|nt|nz|nr)/u;

/** Whether the documents of the old place may speak of the new thing: false where a name it has stands only in others. */
function mayBeIn({ subject }: TurnSaid, { places }: Topic, known: Understanding): boolean {
  if (places.length === 0) return true;
  const ids = understand(places.join('、'), known).scope.documentIds;
  if (ids.length === 0) return true;
  const names = known.segmenter.tagged(subject).filter(({ tag }) => NAME_TAG.test(tag));
  return names.every(({ word }) => known.isSaidIn(word, ids));
}

const contextOf = ({ subject, wording, context }: Topic): string =>
  `${withoutAims(wording).replace(ASKING_WORDS, ' ') || subject} ${context}`
    .trim()
    .slice(0, MAX_CONTEXT_CHARS);

/** What an elliptic turn says beside places, times and words that lean back. */
const restOf = ({ text, places, namesPlace }: TurnSaid, leanings: readonly Leaning[]): string => {
  const left = withoutLeanings(text, new Set(leanings));
  const placeless = namesPlace
    ? places.reduce((rest, place) => rest.replaceAll(place, ' '), left)
    : left;
  return withoutTimeWords(placeless)
    .replace(/[?？,，。;；!！:：]|(?:^|\s)(?:那么?|到|在|是|的)(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
};
