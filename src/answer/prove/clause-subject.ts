import type { TaggedWord } from '../../segment/segmenter.ts';
import { isNeutral } from './neutral-words.ts';

/** Nouns that mean something of what was named before (数量居全省第3位): they name nothing by themselves. */
const RELATIVE =
  /^(?:增速|增幅|增长|增长率|数量|总量|规模|比重|占比|位次|排名|总数|面积|其中|(?:同比|环比|年均|累计)(?:增长|增加|提高|下降|减少)?|分别|依次|人数|金额|总额|占)$/u;
export const isRelative = (word: string): boolean => RELATIVE.test(word);

const HEDGES = /^(?:力争|争取|预计|有望|确保|力求|原则上|基本)$/u;
/** Words of time, number and manner, which may stand before a subject as before a verb. */
const BEFORE_ALL = /^(?:t|d|c|u|y|m|q|r|zg|ad|f)/u;
const ENDS_SUBJECT = /^(?:v(?!n)|d|p|m|zg)/u;

/** Figures, marks and words a dictionary gives no part of speech share one tag. */
const isMark = ({ word, tag }: TaggedWord): boolean => tag === 'x' && !/\p{L}/u.test(word);

const isBefore = (one: TaggedWord): boolean =>
  isMark(one) || BEFORE_ALL.test(one.tag) || isNeutral(one.word) || HEDGES.test(one.word);

/** A clause of nothing but time and how sure it is (力争到2025年): it belongs to the next. */
export const isAdjunct = (tagged: readonly TaggedWord[]): boolean =>
  tagged.every(
    (one) =>
      isMark(one) ||
      isNeutral(one.word) ||
      HEDGES.test(one.word) ||
      /^(?:[tmqpf]|zg)/u.test(one.tag),
  );

const PERIOD = /五(?:时期|期间|年来)?$/u;
/** Begins with how something stands to another or what becomes of it: of what, a clause before says. */
const RELATES =
  /^(?:并|且|均|也|又|已|其中)?(?:列|居|位|占|达|同比|环比|较|比|增|降|提高|下降|减少|是|为|年均|高于|低于)/u;

export const isRelating = (clause: string): boolean => RELATES.test(clause);

/** What a clause speaks of by its own words: the names it begins with; none where it begins with what is done. */
export function subjectOf(tagged: readonly TaggedWord[]): string[] {
  const from = tagged.findIndex((one) => !isBefore(one) && !PERIOD.test(one.word));
  if (tagged.slice(0, Math.max(0, from)).some(({ word }) => /^[较比对]$/u.test(word))) return [];
  const rest = from < 0 ? [] : tagged.slice(from);
  const end = rest.findIndex(({ tag }) => ENDS_SUBJECT.test(tag));
  const subject = (end < 0 ? rest : rest.slice(0, end)).map(({ word }) => word);
  const isName = subject.some((word) => !RELATIVE.test(word) && !isNeutral(word));
  return isName ? subject : [];
}
