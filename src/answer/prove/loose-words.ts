import type { Aligned } from './alignment.ts';
import type { SaidWord } from './claim-clauses.ts';
import type { WordMeaning } from './word-meaning.ts';

/** So many words of doing a clause may put in its own way. */
export const MOST_LOOSE = 1;
/** What turns round what is done, or says more of it than another word would. */
const TURNS =
  /[拆停反限禁减落退关缓抑削降恶波弃拒淘撤缩弱失亏损败缺不没未无非否首唯最全均独已曾超]|牵头|配合|负责|协助|监督|指导|建成|完成|实现|达成|获得|获评|荣获|通过|领先|保证|确保|必须|收入|支出|改建|[进出]口|承诺|批准|表扬|表彰|通报|满意|肯定|导致|造成/u;

/** Whether a word turns round what is done, or says more of it than another would. */
export const turns = (word: string): boolean => TURNS.test(word);

/** Whether another word of doing may stand for one that is cited: it turns nothing round. */
export const isLoose = ({ word, tag, isName, isPolar }: SaidWord): boolean =>
  !isName && !isPolar && /^(?:v|vd|vi|vg|a|ad|ag|d|z|zg)$/u.test(tag) && !TURNS.test(word);

/** Whether a cited clause does something that the claim has not said in its words, and that turns nothing round. */
export const doesMore = ({ source, places }: Aligned): boolean => {
  const taken = [...places.values()].map(([start]) => start);
  return source.scope.words.some(
    (word, at) =>
      source.verbs.includes(word) &&
      !TURNS.test(word) &&
      !taken.includes(source.scope.starts[at] ?? -1),
  );
};

/** Nouns that frame what is said, whatever it is of. */
const FRAMES =
  '办法 路子 方面 情况 背景 效果 目的 时间 条件 内容 方式 方向 重点 部分 要点 环节 事情 结果 作用 特点 任务 名单 角色 范围 角度 阶段'.split(
    ' ',
  );
/** From here on a noun is of that kind. */
const FRAMING = 0.36;
/** Words that point, join or ask. */
const SMALL_TAG = /^(?:f|r|y|o|e|u|c|p|q|k|h|d|t)/u;
/** 一块, 几样: what they count is a figure, and held as one. */
const COUNTS = /^[一几两三四五六七八九十][\p{Script=Han}]?$/u;

/** 守住, 评上: words of doing that a dictionary does not have. */
const DOES = /^\p{Script=Han}[住上到起出掉好成完下回]$/u;

/** Whether a word only points, joins, counts off or says what kind of thing follows. */
export const isFraming = (
  { word, tag, isName, isPolar }: SaidWord,
  meaning: WordMeaning,
): boolean =>
  !isName &&
  !isPolar &&
  !TURNS.test(word) &&
  (SMALL_TAG.test(tag) ||
    COUNTS.test(word) ||
    (/^(?:n|vn|an|l|i|j)/u.test(tag) && meaning.nearness(word, FRAMES) >= FRAMING));

/** Whether a claim may say a word that what it cites does not: it states no fact and turns none round. */
export const isSoft = (one: SaidWord, meaning: WordMeaning): boolean =>
  isLoose(one) ||
  isFraming(one, meaning) ||
  (one.tag === 'x' && !one.isName && !TURNS.test(one.word) && DOES.test(one.word));
