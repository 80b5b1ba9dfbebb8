import { z } from 'zod';
import {
  answerJsonSchema,
  citationJsonSchema,
  claimJsonSchema,
  passageJsonSchema,
} from '../../answer-json.ts';
import { MAX_QUESTION_CHARS } from '../../question-limit.ts';

const MAX_TURNS = 20;
const MAX_DOCUMENTS = 50;

const wording = { error: `应是 1 到 ${MAX_QUESTION_CHARS} 字的文字` };
const question = z.string(wording).trim().min(1, wording).max(MAX_QUESTION_CHARS, wording);
const documentIds = z.array(z.string().min(1).max(200)).max(MAX_DOCUMENTS);

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

export const askQuerySchema = z.object({
  q: oneParameter(question).describe('问题'),
  document: severalParameters(documentIds.default([])).describe('只查这些文件；可给多次'),
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

export const searchQuerySchema = z.object({
  q: oneParameter(question).describe('要找的词'),
  document: severalParameters(documentIds.default([])).describe('只查这些文件；可给多次'),
  limit: numberParameter(z.int().min(1).max(100).default(20)).describe('最多几段'),
});

export const documentPathSchema = z.object({ id: z.string().min(1).max(200).describe('文件编号') });

const documentKind = z.enum([
  'five-year-plan',
  'annual-plan',
  'work-report',
  'proposal',
  'task-list',
  'regulation',
  'other',
]);

export const documentSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  region: z.string().nullable(),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable().describe('文号'),
  issuedOn: z.string().nullable().describe('印发日期，ISO 8601'),
  period: z.tuple([z.int(), z.int()]).readonly().nullable().describe('规划期的首年和末年'),
  kind: documentKind,
  sourceUrl: z.string().nullable(),
  replaces: z.string().nullable().describe('它所替代的旧版的编号'),
  replacedBy: z.string().nullable().describe('替代它的新版的编号'),
  path: z.string().describe('本站的阅读页'),
});

const lines = z.tuple([z.int().min(1), z.int().min(1)]).readonly();

export const sectionSchema = z.strictObject({
  kind: z.enum([
    'part',
    'chapter',
    'section',
    'article',
    'item',
    'subitem',
    'point',
    'task',
    'panel',
    'annex',
    'heading',
  ]),
  number: z.string().nullable().describe('照原文，如 第一章、（一）；null 表示原文没有编号'),
  title: z.string(),
  lines,
  page: z.int().min(1).nullable(),
  get children() {
    return z.array(sectionSchema).readonly();
  },
});

const cell = z.string().nullable().describe('照原文；null 表示原文此格缺失，“——”是原文的值');

export const indicatorSchema = z.strictObject({
  number: z.int(),
  name: z.string(),
  unit: z.string().nullable(),
  group: z.string().nullable(),
  baseYear: z.int(),
  base: cell,
  targetYear: z.int(),
  target: cell,
  change: cell,
  property: cell,
  note: z.string().nullable().describe('表下注'),
  lines,
  path: z.string().describe('本站这一行的位置'),
});

export const responsibilitySchema = z.strictObject({
  number: z.int(),
  title: z.string(),
  leads: z.array(z.string()).readonly().describe('牵头或负责；原文没有写明时为空'),
  supports: z.array(z.string()).readonly().describe('配合'),
  path: z.string().describe('本站这一项的位置'),
});

export const documentSchema = z.strictObject({
  ...documentSummarySchema.shape,
  pages: z.int().nullable().describe('原文能证明的页数'),
  sections: z.array(sectionSchema).readonly(),
  indicators: z.array(indicatorSchema).readonly(),
  responsibilities: z.array(responsibilitySchema).readonly(),
});

export const documentsSchema = z.strictObject({
  documents: z.array(documentSummarySchema).readonly(),
});

export const foundPassageSchema = z.strictObject({
  ...passageJsonSchema.shape,
  kind: z.enum(['text', 'row', 'note', 'outline', 'front']),
  page: z.int().min(1).nullable(),
  path: z.string().describe('本站这一段的位置'),
});

export const searchResultSchema = z.strictObject({
  query: z.string(),
  passages: z.array(foundPassageSchema).readonly().describe('最相关的在前'),
});

export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string().describe('如 INPUT_INVALID、DOCUMENT_UNKNOWN'),
    message: z.string().describe('发生了什么、该怎么办，给人看的中文'),
  }),
});

/** By the name each has in the description of the service. */
export const NAMED_SCHEMAS = {
  Answer: answerJsonSchema,
  Claim: claimJsonSchema,
  Citation: citationJsonSchema,
  Passage: passageJsonSchema,
  AskBody: askBodySchema,
  SearchResult: searchResultSchema,
  FoundPassage: foundPassageSchema,
  DocumentSummary: documentSummarySchema,
  Documents: documentsSchema,
  Document: documentSchema,
  Section: sectionSchema,
  Indicator: indicatorSchema,
  Responsibility: responsibilitySchema,
  Error: errorSchema,
} as const;
export type SchemaName = keyof typeof NAMED_SCHEMAS;
