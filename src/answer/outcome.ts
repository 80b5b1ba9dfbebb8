import type { Query } from '../understand/query.ts';

/** How people ask whether what was planned has come about. */
const ASKS =
  /(?:达到|达成|完成|实现|做到|做成|办到|兑现|建成|评上|获批|批下来|落实|落地|[改建修办拆装通搬][完好成])了?(?:没|吗)|[成上到]没|(?:真|最后|后来).{0,8}了(?:没|吗)|(?:后来|到现在|如今|至今|到头来).{0,6}真?.{0,4}(?:了|没)|是否已?经?(?:达到|完成|实现|建成)/u;

/** Asks how the plan put it as well, so that its words are an answer too. */
const ASKS_PLAN = /规划.{0,4}怎么|计划.{0,4}怎么|怎么[定提]/u;

/** Whether the question is only how something turned out. */
export const asksOutcome = ({ text }: Query): boolean => ASKS.test(text) && !ASKS_PLAN.test(text);
