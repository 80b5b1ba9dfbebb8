import { flatten, plainQuestion } from '../retrieve/question-text.ts';
import { understandScope } from '../retrieve/scope.ts';
import type { Understanding } from '../retrieve/understand.ts';
import { carriesContent, contentOf } from '../retrieve/wants.ts';
import { yearsIn } from '../retrieve/years.ts';

/** A turn made whole with what earlier turns said. */
export interface ResolvedTurn {
  /** Stands alone: places and years inherited are written into it. */
  readonly question: string;
  /** What the conversation was about before, to search by at lower weight; empty for a fresh subject. */
  readonly context: string;
  /** What was taken over, in words for the person. */
  readonly inherited: readonly string[];
}

/** Words that point back: without an earlier turn they mean nothing. */
const POINTS_BACK =
  /^(?:那|它|其|这|再|还有|后来|里面|其中|另外|那么|然后)|(?:呢|呐)[?？]?$|那个|这个|它的|其中|里面|这[几两三四五]个|上面|刚才|前面/u;
/** A correction of what was meant: the earlier question is asked again of something else. */
const CORRECTS = /我(?:说|问|指)的是|不是.{0,12}是/u;

/** One question that brings its own earlier turn: 刚才问的是甲，那乙呢？ */
const SELF_CONTAINED =
  /^(?:刚才|接着|上面|前面|之前)[^,，:：]{0,6}[:：]?(.+?)[,，;；](?:那么?|再问)(.+)$/u;

/** Splits a question that repeats the turn before it. */
export function turnsWithin(question: string): readonly string[] {
  const match = SELF_CONTAINED.exec(question.trim());
  return match?.[1] && match[2] ? [match[1], `那${match[2]}`] : [question];
}

interface Parts {
  readonly names: readonly string[];
  readonly years: string;
  readonly content: string;
  readonly hasScope: boolean;
}

function partsOf(text: string, known: Understanding): Parts {
  const flat = flatten(text);
  const { scope, names } = understandScope(flat, known.segmenter.tagged(flat), known.documents);
  const { years } = yearsIn(text);
  return {
    names,
    years: years.map((year) => `${year}年`).join('、'),
    content: contentOf(text, names),
    hasScope: scope.documentIds.length + scope.absentRegions.length > 0 || scope.everyRegion,
  };
}

const TIME_WORDS = /(?:19|20)\d{2}\s*年?/gu;

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** Makes a turn whole from the turn before it, itself whole. Pure. */
export function resolveTurn(
  turn: string,
  previous: ResolvedTurn | undefined,
  known: Understanding,
): ResolvedTurn {
  const text = plainQuestion(turn);
  if (!previous) return { question: text, context: '', inherited: [] };
  const now = partsOf(text, known);
  const before = partsOf(previous.question, known);
  const subject = known.segmenter
    .tagged(flatten(now.content))
    .filter(
      (word) =>
        carriesContent(word) &&
        word.word.length > 1 &&
        !/^(?:部门|单位|牵头|负责|配合|时候|评上|没有)$/u.test(word.word),
    );
  const isElliptic = subject.length === 0 || CORRECTS.test(text);
  if (!isElliptic && now.hasScope && !POINTS_BACK.test(text))
    return { question: text, context: '', inherited: [] };
  const place = now.hasScope ? '' : before.names.join('、');
  if (isElliptic) {
    const kept = without(previous.question, now.hasScope ? before.names : []);
    const asked = now.years ? kept.replace(TIME_WORDS, '') : kept;
    const inherited = [
      place,
      before.content.replace(/\s+/gu, ''),
      now.years ? '' : before.years,
    ].filter(Boolean);
    const question = `${without(text, POINTING)} ${asked}`;
    return { question, context: previous.context, inherited };
  }
  const inherited = [place, before.content.replace(/\s+/gu, '')].filter(Boolean);
  return {
    question: `${place}${place ? ' ' : ''}${text}`,
    context: `${before.content} ${previous.context}`.slice(0, 200),
    inherited,
  };
}

const POINTING = ['那么', '那', '呢', '它的', '它'];

/** Whether a question only makes sense after another. */
export const pointsBack = (question: string): boolean => POINTS_BACK.test(question.trim());
