import { kindFeatures, type QueryBeforeKinds } from './kind-features.ts';
import { type KindModel, kindModel } from './kind-model.ts';
import type { QuestionKind } from './query.ts';

/** Kinds without examples: how people ask for them is all there is to know. */
const BY_WORDING: readonly (readonly [QuestionKind, RegExp])[] = [
  ['why', /为什么|为何|为啥|凭什么|啥原因|什么原因|原因是什么|怎么会|咋会/u],
  ['quote', /原话|原文|怎么写的|怎么表述|怎么说的|一字不差|逐字/u],
  ['where', /哪里|哪儿|在哪|何处|什么地方|哪一?[章节条]|哪一?部分|第几[章节条]/u],
  ['check', /对吧|对吗|对不对|是吗|是不是|属实|没错吧|是真的吗|有没有|[吗吧][?？]?$/u],
];
const SAID = 0.9;
const UNSAID = 0.02;

export const NO_KINDS: Readonly<Record<QuestionKind, number>> = {
  number: 0,
  list: 0,
  compare: 0,
  overview: 0,
  definition: 0,
  who: 0,
  when: 0,
  where: 0,
  quote: 0,
  check: 0,
  why: 0,
  guide: 0,
};

/** The chance of each kind, by what was learnt of questions and by wordings. */
export function kindsOf(
  query: QueryBeforeKinds,
  model: KindModel = kindModel(),
): Readonly<Record<QuestionKind, number>> {
  const worded = BY_WORDING.map(([kind, pattern]) => [
    kind,
    pattern.test(query.text) ? SAID : UNSAID,
  ]);
  return {
    ...NO_KINDS,
    ...Object.fromEntries(worded),
    ...model(kindFeatures(query)),
  };
}
