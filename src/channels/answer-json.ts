import { z } from 'zod';
import type { Answer, Citation, Claim, Hit, Wording } from '../model.ts';

const lines = z.tuple([z.int().min(1), z.int().min(1)]).readonly();
const headingPath = z.array(z.string()).readonly();

export const computedJsonSchema = z
  .strictObject({
    value: z.string(),
    how: z.enum(['difference', 'ratio', 'sum', 'count']),
    from: z.array(z.string()).readonly().describe('参与计算的原文数字；计数时为空'),
  })
  .describe('由程序算出、原文没有的数字');

export const claimJsonSchema = z.strictObject({
  text: z.string(),
  citations: z.array(z.int().min(1)).readonly().describe('依据的序号，见 citations 的 n'),
  computed: z.array(computedJsonSchema).readonly().optional(),
});

export const citationJsonSchema = z.strictObject({
  n: z.int().min(1),
  documentId: z.string(),
  documentTitle: z.string(),
  headingPath,
  page: z.int().min(1).nullable().describe('原文能证明的页码'),
  lines: lines.describe('原文文件的首行和末行，从 1 数起'),
  quote: z.string().describe('逐字引用；略去的部分写作……'),
  passageId: z.string(),
  passage: z.string(),
  url: z.string(),
});

export const nearestJsonSchema = z
  .strictObject({
    documentId: z.string(),
    documentTitle: z.string(),
    headingPath,
    quote: z.string(),
    passageId: z.string(),
    url: z.string(),
  })
  .describe('最接近的原文，不是直接回答');

export const passageJsonSchema = z.strictObject({
  passageId: z.string(),
  documentId: z.string(),
  headingPath,
  text: z.string(),
  lines,
  score: z.number().describe('越大越相关，只在同一次结果里可比'),
});

export const wordingJsonSchema = z
  .strictObject({
    proposed: z.int().min(0).describe('模型写了几句，改写的也算'),
    proven: z.int().min(0).describe('通过核对的句数'),
    repaired: z.int().min(0).describe('其中改写后才通过的'),
    dropped: z.record(z.string(), z.int()).describe('没有通过的句数，按原因'),
    refused: z
      .array(z.strictObject({ text: z.string(), why: z.string() }))
      .readonly()
      .describe('没有通过、不作为答案的句子和原因'),
    promptTokens: z.number(),
    completionTokens: z.number(),
    firstClaimMs: z.number().nullable(),
    totalMs: z.number(),
  })
  .describe('模型作答的经过；没有问模型时不写');

/** An answer as the terminal and the web service word it; `id` where the question brought one. */
export const answerJsonSchema = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  question: z.string(),
  outcome: z.enum(['answered', 'not-found', 'guide', 'rejected']),
  kind: z.enum([
    'indicator',
    'comparison',
    'responsibility',
    'outline',
    'document',
    'list',
    'check',
    'passage',
    'none',
  ]),
  answer: z.string().describe('给人看的答案，[n] 指第 n 条依据'),
  claims: z.array(claimJsonSchema).readonly(),
  citations: z.array(citationJsonSchema).readonly(),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('答中所问的把握，0 到 1；没有判断时不写'),
  model: z.string().optional().describe('组织文字的模型；文件自己的话不写'),
  wording: wordingJsonSchema.optional(),
  nearest: z
    .array(nearestJsonSchema)
    .readonly()
    .describe('没有直接回答时最接近的几处原文，最接近的在前，最多 5 处'),
  suggestions: z
    .array(z.string())
    .readonly()
    .describe('接下来可以问、文件也答得上的问题，最多 3 个'),
  passages: z
    .array(passageJsonSchema)
    .readonly()
    .describe('检索到的原文，最相关的在前，最多 20 段'),
  timings: z.strictObject({ retrieveMs: z.number(), totalMs: z.number() }).readonly(),
  notes: z.array(z.string()).readonly().describe('沿用了什么、略去了什么等说明'),
});

export type AnswerJson = z.infer<typeof answerJsonSchema>;
export type AnswerId = string | number | null;

function claimToJson({ text, citations, computed }: Claim): z.infer<typeof claimJsonSchema> {
  return { text, citations, ...(computed && { computed }) };
}

export function citationToJson(citation: Citation): z.infer<typeof citationJsonSchema> {
  const { n, documentId, documentTitle, headingPath, page, lines, quote } = citation;
  const { passageId, passage, url } = citation;
  return { n, documentId, documentTitle, headingPath, page, lines, quote, passageId, passage, url };
}

const wordingToJson = ({
  proposed,
  proven,
  repaired,
  dropped,
  refused,
  promptTokens,
  completionTokens,
  firstClaimMs,
  totalMs,
}: Wording): z.infer<typeof wordingJsonSchema> => ({
  proposed,
  proven,
  repaired,
  dropped: { ...dropped },
  refused,
  promptTokens,
  completionTokens,
  firstClaimMs,
  totalMs,
});

export function hitToJson({ passage, score }: Hit): z.infer<typeof passageJsonSchema> {
  const { id: passageId, documentId, headingPath, text, lines } = passage;
  return { passageId, documentId, headingPath, text, lines, score };
}

/** The answer as its contract words it; `id` where the question brought one. */
export function answerToJson(answer: Answer, id?: AnswerId): AnswerJson {
  return {
    ...(id !== undefined && { id }),
    question: answer.question,
    outcome: answer.outcome,
    kind: answer.kind,
    answer: answer.answer,
    claims: answer.claims.map(claimToJson),
    citations: answer.citations.map(citationToJson),
    ...(answer.confidence !== undefined && { confidence: answer.confidence }),
    ...(answer.model !== undefined && { model: answer.model }),
    ...(answer.wording && { wording: wordingToJson(answer.wording) }),
    nearest: answer.nearest ?? [],
    suggestions: answer.suggestions ?? [],
    passages: answer.passages.map(hitToJson),
    timings: answer.timings,
    notes: answer.notes,
  };
}
