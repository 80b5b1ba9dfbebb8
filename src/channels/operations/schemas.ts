import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../model.ts';
import {
  answerJsonSchema,
  citationJsonSchema,
  claimJsonSchema,
  passageJsonSchema,
} from '../answer-json.ts';
import { askBodySchema, proveBodySchema } from './inputs.ts';

export const documentSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  region: z.string().nullable(),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable().describe('文号'),
  issuedOn: z.string().nullable().describe('印发日期，ISO 8601'),
  period: z.tuple([z.int(), z.int()]).readonly().nullable().describe('规划期的首年和末年'),
  kind: z.enum(DOCUMENT_KINDS),
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

const passageKind = z.enum(['text', 'row', 'note', 'outline', 'front']);

export const foundPassageSchema = z.strictObject({
  ...passageJsonSchema.shape,
  kind: passageKind,
  page: z.int().min(1).nullable(),
  documentTitle: z.string(),
  path: z.string().describe('本站这一段的位置'),
  url: z.string().describe('完整的链接'),
});

export const searchResultSchema = z.strictObject({
  query: z.string(),
  passages: z.array(foundPassageSchema).readonly().describe('最相关的在前'),
});

/** Where something of a document stands, to be opened and to be cited. */
const placed = {
  documentId: z.string(),
  documentTitle: z.string(),
  passageId: z.string(),
  path: z.string().describe('本站的位置'),
  url: z.string().describe('完整的链接'),
};

export const passageTextSchema = z.strictObject({
  ...placed,
  headingPath: z.array(z.string()).readonly(),
  kind: passageKind,
  page: z.int().min(1).nullable(),
  lines,
  text: z.string(),
  quotable: z.string().describe('可以逐字引用的文字'),
  isSame: z.boolean().describe('文字与编号所指的一样；false 表示文件已更新，这是接替它的一段'),
});

export const passagesResultSchema = z.strictObject({
  passages: z.array(passageTextSchema).readonly(),
  missing: z.array(z.string()).readonly().describe('查不到的编号'),
});

export const outlineSchema = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  pages: z.int().nullable(),
  sections: z.array(sectionSchema).readonly(),
});

const { path: _path, ...indicatorShape } = indicatorSchema.shape;

export const indicatorsResultSchema = z.strictObject({
  total: z.int().describe('共有几个指标'),
  indicators: z
    .array(
      z.strictObject({
        name: z.string(),
        category: z.string().nullable(),
        rows: z.array(z.strictObject({ ...indicatorShape, ...placed })).readonly(),
      }),
    )
    .readonly(),
});

const { path: _taskPath, ...responsibilityShape } = responsibilitySchema.shape;

export const tasksResultSchema = z.strictObject({
  total: z.int().describe('共有几项'),
  tasks: z.array(z.strictObject({ ...responsibilityShape, ...placed })).readonly(),
});

export const proofSchema = z.strictObject({
  sentence: z.string(),
  proven: z.boolean().describe('这些段落是否证明了这句话'),
  citations: z.array(citationJsonSchema).readonly().describe('逐字的依据；没有证明时为空'),
  problem: z
    .strictObject({
      kind: z.string(),
      message: z.string().describe('哪里不对，给人看的中文'),
      words: z.string().describe('不对的几个字'),
    })
    .nullable()
    .describe('证明了则为 null'),
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
  ProveBody: proveBodySchema,
  Proof: proofSchema,
  PassageText: passageTextSchema,
  Passages: passagesResultSchema,
  Outline: outlineSchema,
  Indicators: indicatorsResultSchema,
  Tasks: tasksResultSchema,
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
