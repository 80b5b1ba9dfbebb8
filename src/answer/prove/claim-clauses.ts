import type { DocumentInfo } from '../../model.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import { taggedClauses } from './clauses.ts';
import { isTime } from './governing-times.ts';
import { isAim, isCourse, isNeutral, isSmall } from './neutral-words.ts';
import { quantitiesIn } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { mentionsIn } from './region-guard.ts';

/** A word a claim says of what it is about. */
export interface SaidWord {
  readonly word: string;
  /** Part of speech in jieba's letters. */
  readonly tag: string;
  /** Shorter words it is made of, or what is left of it without small words at its ends; itself where of none. */
  readonly pieces: readonly string[];
  /** Where it stands in its clause. */
  readonly start: number;
  /** A name: nothing else means it. */
  readonly isName: boolean;
  /** Says which way something goes: only of what it stands by. */
  readonly isPolar: boolean;
}

/** A clause of a claim: what it says besides framing, years and the place spoken of. */
export interface ClaimClause {
  readonly text: string;
  /** What the claim says before it. */
  readonly before: string;
  /** The whole claim. */
  readonly claim: string;
  /** The years it speaks of. */
  readonly times: readonly Quantity[];
  readonly said: readonly SaidWord[];
  /** Words for the way its figures go (增长, 降至). */
  readonly courses: readonly string[];
  /** Words such as 目标, 计划, 将 that only what looks ahead may be worded with. */
  readonly aims: readonly string[];
  /** Words such as 已 that only what is reached may be worded with. */
  readonly done: readonly string[];
  readonly figures: readonly Quantity[];
  /** Whether it begins with the name of a place, which is then what it speaks of. */
  readonly isOfPlace: boolean;
}

/** Names inside a name are part of its words. */
const IN_NAME: ReadonlySet<Quantity['kind']> = new Set(['code', 'numeral']);
/** The plan itself, as a claim names where it is from (根据计划，计划提出). */
const NAMES_PLAN = /^(?:根据|按照|依据|据)[^，:]{0,8}计划$|计划(?:提出|明确|指出|要求)|[》号]计划/u;
/** Of whom a thing is must be said where the thing is. */
const LEVEL = /^(?:国家|省|市|区|县)级$/u;
/** Places, offices, people and other names. */
const NAME_TAG = /^(?:ns|nt|nr|nz)/u;
/** What a dictionary takes for names of offices and is a kind of them. */
const KIND_OF_PLACE = /(?:医院|学校|大学|高校|院校|企业|机构|公司|幼儿园|政府)$|^新建$/u;
/** 比丘陵山区县高: the dictionary runs the two together. */
const LEVEL_COMPARED = /^[省市区县][高低多少]$/u;
const DONE = /^了$/u;
/** 写了, 列入了: the text has done so, whatever it is about. */
const TELLS = /(?:写|讲|点|提|说|列|到|列入|列出|定|给|规定|明确|提出|要求|安排|部署|强调|指出)$/u;
/** By the clock of whoever reads a document of one year: what it reports, and what it plans. */
const LAST_YEAR = /^(?:去年|上年|上一年)$/u;
const THIS_YEAR = /^(?:今年|本年|年内)$/u;
const ALREADY = /已经?(?![知然])/gu;
const POLAR =
  /^(?:提高|提升|增强|增加|增长|上升|扩大|加大|加强|加快|降低|下降|减少|下滑|缩小|削弱|放缓|减轻|减小|变[大小多少]|压减|限制|禁止|取消|淘汰|拆除|关停|退出|鼓励|放宽|收紧|高|低|多|少|较[多少高低大小]|更[多少高低大小]|改善|恶化|支持|反对|允许|优先|暂缓|打击|带动|抑制)$/u;

/** A compact claim clause by clause. */
export function claimClauses(
  claim: string,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): ClaimClause[] {
  let before = '';
  return joinedTopics(taggedClauses(claim, segmenter)).flatMap((text) => {
    const clause = { ...readClause(text, documents, segmenter), before, claim };
    if (clause.said.length + clause.figures.length > 0) before += text;
    return [clause];
  });
}

/** 污水这块，…: what only says what the next clause is of. */
const TOPIC = /^.{1,8}(?:这[块头边点]|那[块头边]|的话|一[块头])$/u;

/** The clauses of a claim, a topic as part of the clause it is the topic of. */
const joinedTopics = (clauses: readonly { readonly text: string }[]): string[] => {
  const joined: string[] = [];
  let lead = '';
  for (const { text } of clauses) {
    if (TOPIC.test(text)) {
      lead += text.replace(/(?:这[块头边点]|那[块头边]|的话|一[块头])$/u, '，');
      continue;
    }
    joined.push(lead + text);
    lead = '';
  }
  return lead === '' ? joined : [...joined, lead];
};

function readClause(
  text: string,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): Omit<ClaimClause, 'before' | 'claim'> {
  const quantities = quantitiesIn(text).filter(({ kind }) => !IN_NAME.has(kind));
  const places = mentionsIn(text, documents);
  const leading = places.filter(({ start }) =>
    isLeading(text.slice(0, start), quantities, segmenter),
  );
  const inside = places.filter((place) => !leading.includes(place) && !/^全/u.test(place.name));
  const words = withoutSpans(text, [...quantities, ...places]);
  const figures = quantities.filter((one) => !isTime(one));
  const said: SaidWord[] = inside.map(({ start, end }) => ({
    word: text.slice(start, end),
    tag: 'ns',
    pieces: [],
    start,
    isName: true,
    isPolar: false,
  }));
  const already = [...text.matchAll(ALREADY)].map(([word]) => word);
  const found = { aims: [] as string[], courses: [] as string[], done: already };
  let at = 0;
  for (const { word, tag } of segmenter.tagged(words)) {
    const start = words.indexOf(word, at);
    at = start + word.length;
    if (DONE.test(word) && TELLS.test(words.slice(0, start))) continue;
    if (DONE.test(word) || LAST_YEAR.test(word)) found.done.push(word);
    else if (THIS_YEAR.test(word)) found.aims.push(word);
    else if (isAim(word)) {
      if (!NAMES_PLAN.test(text)) found.aims.push(word);
    } else if (LEVEL_COMPARED.test(word)) found.courses.push(word.slice(1));
    else if (isCourse(word) && figures.length > 0) found.courses.push(word);
    else if (!isNeutral(word)) {
      const pieces = piecesOf(word, segmenter);
      if (pieces.length > 0 && pieces.every(isNeutral)) continue;
      // 定得, 还会用: small words run together, which no dictionary has.
      if (tag === 'x' && [...word].every(isSmall)) continue;
      said.push({
        word,
        tag,
        start,
        pieces,
        isName: LEVEL.test(word) || (NAME_TAG.test(tag) && !KIND_OF_PLACE.test(word)),
        isPolar: POLAR.test(word),
      });
    }
  }
  return {
    text,
    said: said.sort((a, b) => a.start - b.start),
    ...found,
    figures,
    times: quantities.filter(isTime),
    isOfPlace: leading.length > 0,
  };
}

function piecesOf(word: string, segmenter: Segmenter): string[] {
  const parts = segmenter.words(word).filter((one) => one !== word && one.length > 1);
  if (parts.join('') === word) return parts;
  const letters = [...word];
  const from = letters.findIndex((letter) => !isSmall(letter));
  const to = letters.findLastIndex((letter) => !isSmall(letter));
  const core = letters.slice(Math.max(0, from), to + 1).join('');
  return core === word || core === '' ? [] : [core];
}

const withoutSpans = (
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string =>
  spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );

/** Whether what stands before a name only frames it, so that the clause speaks of the place. */
function isLeading(before: string, quantities: readonly Quantity[], segmenter: Segmenter): boolean {
  if (before === '') return true;
  const known = quantities.filter(({ end }) => end <= before.length);
  return segmenter
    .tagged(withoutSpans(before, known))
    .every(({ word }) => isNeutral(word) || isAim(word));
}
