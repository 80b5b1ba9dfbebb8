import { carriesContent } from '../understand/content-of.ts';
import { type Understanding, understand } from '../understand/understand.ts';
import { contextOf } from './earlier-wording.ts';
import type { ResolvedTurn } from './resolved-turn.ts';
import { NOWHERE, type Topic } from './topic.ts';
import { type TurnSaid, withoutLead } from './turn-said.ts';

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

/** 做规划设计那条: of which of them, in words that no document has. */
const ASIDE = /[这那]一?(?:块|条|方面|部分)(?:儿|的)?/gu;

/** A new thing asked about the old place; the old subject stands beside it at lower weight. */
export function otherSubject(said: TurnSaid, before: Topic, known: Understanding): ResolvedTurn {
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
  const whole = isOfThem ? own + restOfThing(before, known) : own;
  const text = whole.replace(ASIDE, ' ').trim() || whole;
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
      text.includes(sameAsking) ? '' : sameAsking,
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
