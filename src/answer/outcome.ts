import { headingsOf } from '../retrieve/matching.ts';
import type { Sentence } from '../retrieve/sentences.ts';
import type { Query } from '../understand/query.ts';

/** How people ask whether what was planned has come about. */
const ASKS =
  /(?:达到|达成|完成|实现|兑现|建成|评上|获批|批下来|落实|落地|[改建修办拆装通搬][完好成])了?(?:没|吗)|[成上到]没|(?:真|最后|后来).{0,8}了(?:没|吗)|是否已?经?(?:达到|完成|实现|建成)/u;
const LOOKS_BACK = /成就|成绩|成效|执行情况|回顾/u;
const REPORTS =
  /已经?(?!有)|成功|完成了|实现了|建成投|获评|入选|荣获|被(?:评|列|命名|确定|授予)|全部完成/u;
const AIMS = /力争|争取|争创|确保|将|拟|推进|推动|支持|加快|年内|期间|到\d{4}年|目标|计划|实施/u;

/** Asks how the plan put it as well, so that its words are an answer too. */
const ASKS_PLAN = /规划.{0,4}怎么|计划.{0,4}怎么|怎么[定提]/u;

/** Whether the question is only how something turned out. */
export const asksOutcome = ({ text }: Query): boolean => ASKS.test(text) && !ASKS_PLAN.test(text);

/** Whether a sentence reports what came about rather than what is meant to. */
export const tellsOutcome = (sentence: Sentence): boolean =>
  LOOKS_BACK.test(headingsOf(sentence)) ||
  (REPORTS.test(sentence.flat) && !AIMS.test(sentence.flat));
