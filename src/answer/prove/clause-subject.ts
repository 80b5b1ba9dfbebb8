import type { TaggedWord } from '../../segment/segmenter.ts';
import { isGlue } from './neutral-words.ts';

/** Nouns that mean something of what was named before (数量居全省第3位): they name nothing by themselves. */
const RELATIVE =
  /^(?:增速|增幅|增长|增长率|数量|总量|规模|比重|占比|位次|排名|总数|面积|其中|(?:同比|环比|年均|累计)(?:增长|增加|提高|下降|减少)?|分别|依次|人数|金额|总额|占)$/u;
export const isRelative = (word: string): boolean => RELATIVE.test(word);

const HEDGES = /^(?:力争|争取|预计|有望|确保|力求|原则上|基本)$/u;
/** Words of time, number and manner, which may stand before a subject as before a verb. */
const BEFORE_ALL = /^(?:t|d|c|u|y|m|q|r|zg|ad|f)/u;
const ENDS_SUBJECT = /^(?:v(?!n)|d|p|m|t|zg)/u;
/** What is done, in words the dictionary gives no part of speech. */
const DOES =
  /^(?:充分|发展|新建|改建|扩建|新增|做[强优大实]|确保|全力|大力|着力|推动|推进|加快|加强|提升|提高|完善|健全|优化|深化|实施|开展|打造|培育|引导|支持|鼓励|强化|扩大|落实|统筹|巩固|拓展|探索|研究|建立|构建|创建|争创|聚焦|围绕|办好|抓好|严守|守牢|壮大|引进|招引)/u;
const endsSubject = ({ word, tag }: TaggedWord): boolean =>
  ENDS_SUBJECT.test(tag) ||
  /^[新改扩]建$|^充分/u.test(word) ||
  (DOES.test(word) && (word.length > 2 || !/^n/u.test(tag)));

/** Figures, marks and words a dictionary gives no part of speech share one tag. */
const isMark = ({ word, tag }: TaggedWord): boolean => tag === 'x' && !/\p{L}/u.test(word);

const isBefore = (one: TaggedWord): boolean =>
  isMark(one) || BEFORE_ALL.test(one.tag) || isGlue(one.word) || HEDGES.test(one.word);

/** A clause of nothing but time and how sure it is (力争到2025年): it belongs to the next. */
export const isAdjunct = (tagged: readonly TaggedWord[]): boolean =>
  tagged.every(
    (one) =>
      isMark(one) || isGlue(one.word) || HEDGES.test(one.word) || /^(?:[tmqpf]|zg)/u.test(one.tag),
  );

const PERIOD = /五(?:时期|期间|年来)?$/u;
/** Begins with how something stands to another or what becomes of it: of what, a clause before says. */
const RELATES =
  /^(?:并|且|均|也|又|已|其中)?(?:列|居|位|占|达|同比|环比|较|比|增|降|提高|下降|减少|是|为|年均|高于|低于)/u;

export const isRelating = (clause: string): boolean => RELATES.test(clause);

/** What follows one of these is what something is done by, with or to. */
const LEADS_ASIDE =
  /^(?:较|比|对|对于|按照|按|根据|以|通过|围绕|在|依托|结合|立足|针对|面向|向|把|将|由|从|经|为|与|同|对[本其该各])$/u;

/** What a clause speaks of by its own words: the names it begins with; none where it begins with what is done. */
export function subjectOf(tagged: readonly TaggedWord[]): string[] {
  const from = tagged.findIndex((one) => !isBefore(one) && !PERIOD.test(one.word));
  if (tagged.slice(0, Math.max(0, from)).some(({ word }) => LEADS_ASIDE.test(word))) return [];
  const rest = from < 0 ? [] : tagged.slice(from);
  const end = rest.findIndex(endsSubject);
  const subject = (end < 0 ? rest : rest.slice(0, end)).map(({ word }) => word);
  const isName = subject.some((word) => !RELATIVE.test(word) && !isGlue(word));
  return isName ? subject : [];
}
