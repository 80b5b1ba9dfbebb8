import { z } from 'zod';
import { MAX_QUESTION_CHARS } from '../question-limit.ts';

const MAX_TURNS = 20;
const MAX_DOCUMENTS = 50;
const MAX_PASSAGES = 20;
/** Longer ones are no sentence of an answer. */
const MAX_SENTENCE_CHARS = 400;
const MAX_PROVING_PASSAGES = 10;

/** Text of 1 to `most` characters. */
const text = (most: number) => {
  const wording = { error: `应是 1 到 ${most} 字的文字` };
  return z.string(wording).trim().min(1, wording).max(most, wording);
};

const question = text(MAX_QUESTION_CHARS);
const id = z.string().min(1).max(200);
const documentIds = z.array(id).max(MAX_DOCUMENTS);

/** A parameter of an address is text; given once it may still be one of several. */
const oneParameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const severalParameters = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), schema);
const numberParameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value),
    schema,
  );

const within = severalParameters(documentIds.default([])).describe('只查这些文件；可给多次');
const limit = (byDefault: number, most: number) =>
  numberParameter(z.int().min(1).max(most).default(byDefault));

export const askQuerySchema = z.strictObject({
  q: oneParameter(question).describe('问题'),
  document: within,
});

export const askBodySchema = z.strictObject({
  question: question.describe('问题'),
  documentIds: documentIds.optional().describe('只查这些文件'),
  turns: z
    .array(question)
    .max(MAX_TURNS)
    .optional()
    .describe('这次对话里先前的问题，早的在前；用来接着问'),
});

export const searchQuerySchema = z.strictObject({
  q: oneParameter(question).describe('要找的词'),
  document: within,
  limit: limit(20, 100).describe('最多几段'),
});

export const passagesQuerySchema = z.strictObject({
  id: severalParameters(z.array(id).min(1).max(MAX_PASSAGES)).describe(
    '段落编号，见检索结果和答案依据的 passageId；可给多次',
  ),
});

export const documentPathSchema = z.strictObject({ id: id.describe('文件编号') });

export const indicatorsQuerySchema = z.strictObject({
  name: oneParameter(text(100).optional()).describe(
    '指标名称或其中的几个字，如 城镇化率；不给则列全部',
  ),
  document: within,
  limit: limit(30, 200).describe('最多几个指标'),
});

export const tasksQuerySchema = z.strictObject({
  department: oneParameter(text(100).optional()).describe('牵头或配合的部门，可只写其中几个字'),
  q: oneParameter(text(100).optional()).describe('任务名称里的词'),
  document: within,
  limit: limit(50, 200).describe('最多几项'),
});

export const proveBodySchema = z.strictObject({
  sentence: text(MAX_SENTENCE_CHARS).describe('要核对的一句话'),
  passageIds: z
    .array(id)
    .min(1)
    .max(MAX_PROVING_PASSAGES)
    .describe('拿来作证的段落，见检索结果和答案依据的 passageId'),
});
