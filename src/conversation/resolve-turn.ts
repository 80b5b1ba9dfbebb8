import { plannedIn, withoutAims } from '../language/aims.ts';
import { type Leaning, ordinalIn, withoutLeanings } from '../language/leanings.ts';
import { withoutTimeWords } from '../language/time-words.ts';
import type { Understanding } from '../understand/understand.ts';
import { ASKING_WORDS, contextOf, thingAsked } from './earlier-wording.ts';
import { picksOfListed } from './listed-items.ts';
import { otherSubject } from './other-subject.ts';
import type { ResolvedTurn } from './resolved-turn.ts';
import { comparesIn, formerOf, surroundingsOf } from './surroundings-of.ts';
import { NOWHERE, type Topic } from './topic.ts';
import { readTurn, type TurnSaid, withoutLead } from './turn-said.ts';

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
  if (asksOfWhole(said) || saysItAnew(said)) return fresh(said, withoutLead(said.text));
  const keepsSubject =
    !said.namesThing ||
    ASKS_OF_ROW.test(said.text) ||
    KEEPS_SUBJECT.some((leaning) => said.leanings.has(leaning)) ||
    (said.leanings.has('points') && comparesIn(said));
  if (keepsSubject && !said.leanings.has('turns')) return sameSubject(said, before, known);
  const isFresh = said.namesPlace && !said.leanings.has('points') && !said.leanings.has('more');
  return isFresh ? fresh(said, withoutLead(said.text)) : otherSubject(said, before, known);
}

/** 不对，我问的是高新区，每平方公里几家: corrects the place and asks of a thing of its own. */
const saysItAnew = ({ namesPlace, leanings, asking, words }: TurnSaid): boolean =>
  leanings.has('corrects') && namesPlace && asking !== '' && words.length > 0;

/** How a document is built or when it was issued, and of no thing in it. */
const asksOfWhole = ({ namesPlace, leanings, query: { wants } }: TurnSaid): boolean =>
  namesPlace &&
  !leanings.has('chapter') &&
  !leanings.has('points') &&
  (wants.has('structure') || wants.has('metadata'));

/** What asks of the answer itself. */
const KEEPS_SUBJECT: readonly Leaning[] = ['filter', 'chapter'];

/** Another cell of the row asked of: what it was before, of which sort it is. */
const ASKS_OF_ROW =
  /^(?:那么?)?(?:(?:这|那|该)个?指标|它)?的?(?:基期|基数|基准|现状|起点|属性|性质)[年数值]{0,2}(?:呢|(?:又?是|为)(?:多少|几|什么))?[?？]?$|(?:约束性|预期性)的?(?:指标)?还是|(?:是|属于)(?:约束性|预期性)(?:的|指标)?吗?[?？]?$/u;

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
function sameSubject(said: TurnSaid, before: Topic, known: Understanding): ResolvedTurn {
  const around = surroundingsOf(said, before, known);
  const asking = said.asking || before.asking;
  const rest = restOf(said, ['points', 'corrects', 'more', 'filter']);
  const asksItself =
    ASKS_OF_ROW.test(said.text) ||
    (said.asking !== '' && !ASKS_SAME.test(rest)) ||
    [...said.leanings].some((one) => ASKS_ITSELF.has(one));
  const own = ownAsking(said, rest);
  const old = wordingFor(said, before, asksItself, own, known);
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
      // What is picked of a list leaves the list as it was asked for: the next may pick others of it.
      wording: picksOfListed(said, before) ? before.wording : wording,
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

/** What the turn itself asks of the subject, in the plainest words. */
function ownAsking({ leanings, text }: TurnSaid, rest: string): string {
  if (leanings.has('chapter')) return '在哪一章';
  if (ASKS_SAME.test(rest)) return '';
  if (ASKS_OF_ROW.test(text)) return rest.replace(POINTED_AT, '');
  return rest + (leanings.has('difference') && !/差/u.test(rest) ? ' 相差多少' : '');
}

/** 个指标 of 这个指标, once 这 is gone. */
const POINTED_AT = /^(?:个?指标|它)?(?:的|是|属于)*/u;
/** Says where to look rather than what for. */
const SORT_OF_DOCUMENT = /^(?:计划|规划|纲要|目标)$/u;
/** Asks for the figure asked for before. */
const ASKS_SAME = /^(?:[是有为]?(?:多少|几)?[呀啊]?)$/u;
/** How it was asked before, without what the turn says anew: who or how much, planned or done. */
function wordingFor(
  said: TurnSaid,
  before: Topic,
  asksItself: boolean,
  own: string,
  known: Understanding,
): string {
  const old = before.wording || before.subject;
  const isOtherTime =
    said.times.length > 0 || plannedIn(said.text) !== null || ASKS_OF_ROW.test(said.text);
  const timeless = isOtherTime ? withoutAims(old) : old;
  if (!asksItself) return timeless;
  const asked =
    !said.leanings.has('chapter') && own !== '' ? thingAsked(timeless, known) : timeless;
  return asked.replace(ASKING_WORDS, ' ').replace(/\s+/gu, ' ').trim();
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
/** What an elliptic turn says beside places, times and words that lean back. */
const restOf = ({ text, places, namesPlace }: TurnSaid, leanings: readonly Leaning[]): string => {
  const left = withoutLeanings(text, new Set(leanings));
  const placeless = namesPlace
    ? places.reduce((rest, place) => rest.replaceAll(place, ' '), left)
    : left;
  return withoutTimeWords(placeless)
    .replace(
      /[?？,，。;；!！:：]|(?:^|\s)(?:那么?|到|在|是|的|和|与|跟|同|比|及|分别)(?=\s|$)/gu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim();
};
