import type { AskOptions } from '../../app.ts';
import { answerToJson } from '../answer-json.ts';
import { documentToJson, foundToJson, outlineToJson, summaryToJson } from './document-json.ts';
import {
  askBodySchema,
  askQuerySchema,
  documentPathSchema,
  indicatorsQuerySchema,
  passagesQuerySchema,
  proveBodySchema,
  searchQuerySchema,
  tasksQuerySchema,
} from './inputs.ts';
import { findIndicators, findTasks, proof, readPassages } from './look-up.ts';
import { type Operation, operation } from './operation.ts';

const within = (documentIds: readonly string[] = []): Pick<AskOptions, 'documentIds'> =>
  documentIds.length > 0 ? { documentIds } : {};

const ASKING: readonly Operation[] = [
  operation({
    id: 'ask',
    tool: null,
    method: 'get',
    path: '/api/ask',
    summary: '提问：答案的每一句都带逐字引用的依据',
    input: { place: 'query', schema: askQuerySchema },
    answers: 'Answer',
    isKept: false,
    run: async ({ app }, { q, document }, signal) =>
      answerToJson(await app.ask(q, { ...within(document), signal })),
  }),
  operation({
    id: 'askInConversation',
    tool: 'ask',
    method: 'post',
    path: '/api/ask',
    summary: '提问，可接着先前的问题问：答案的每一句都带逐字引用的依据；文件没有写的，会说没有找到',
    input: { place: 'body', schema: askBodySchema, name: 'AskBody' },
    answers: 'Answer',
    isKept: false,
    run: async ({ app }, { question, documentIds, turns }, signal) =>
      answerToJson(
        await app.ask(question, { ...within(documentIds), ...(turns && { turns }), signal }),
      ),
  }),
  operation({
    id: 'prove',
    tool: 'prove',
    method: 'post',
    path: '/api/prove',
    summary: '核对一句话：所给的段落能否证明它；不能时说明哪里不对',
    input: { place: 'body', schema: proveBodySchema, name: 'ProveBody' },
    answers: 'Proof',
    isKept: false,
    run: async ({ app }, { sentence, passageIds }) => proof(app, sentence, passageIds),
  }),
];

const FINDING: readonly Operation[] = [
  operation({
    id: 'search',
    tool: 'search',
    method: 'get',
    path: '/api/search',
    summary: '检索原文的段落',
    input: { place: 'query', schema: searchQuerySchema },
    answers: 'SearchResult',
    isKept: false,
    run: async (service, { q, document, limit }) => {
      const hits = await service.app.search(q, { ...within(document), limit });
      return { query: q, passages: hits.map((hit) => foundToJson(hit, service)) };
    },
  }),
  operation({
    id: 'readPassages',
    tool: 'passages',
    method: 'get',
    path: '/api/passages',
    summary: '按编号读原文的段落',
    input: { place: 'query', schema: passagesQuerySchema },
    answers: 'Passages',
    isKept: true,
    run: async (service, { id }) => readPassages(service, id),
  }),
  operation({
    id: 'listIndicators',
    tool: 'indicators',
    method: 'get',
    path: '/api/indicators',
    summary: '主要指标：同一指标在各份文件里的基期值和目标值',
    input: { place: 'query', schema: indicatorsQuerySchema },
    answers: 'Indicators',
    isKept: true,
    run: async (service, input) => findIndicators(service, input),
  }),
  operation({
    id: 'listTasks',
    tool: 'tasks',
    method: 'get',
    path: '/api/tasks',
    summary: '任务分工：哪个部门牵头或配合哪些任务',
    input: { place: 'query', schema: tasksQuerySchema },
    answers: 'Tasks',
    isKept: true,
    run: async (service, input) => findTasks(service, input),
  }),
];

const READING: readonly Operation[] = [
  {
    id: 'listDocuments',
    tool: 'documents',
    method: 'get',
    path: '/api/documents',
    summary: '收录的文件',
    input: undefined,
    answers: 'Documents',
    isKept: true,
    run: async ({ app }) => ({ documents: app.documents().map(summaryToJson) }),
  },
  operation({
    id: 'readDocument',
    tool: null,
    method: 'get',
    path: '/api/documents/:id',
    summary: '一份文件的结构、指标和任务分工',
    input: { place: 'path', schema: documentPathSchema },
    answers: 'Document',
    isKept: true,
    run: async ({ app }, { id }) => documentToJson(app, id),
  }),
  operation({
    id: 'readOutline',
    tool: 'outline',
    method: 'get',
    path: '/api/documents/:id/outline',
    summary: '一份文件的章节目录',
    input: { place: 'path', schema: documentPathSchema },
    answers: 'Outline',
    isKept: true,
    run: async ({ app }, { id }) => outlineToJson(app, id),
  }),
];

export const OPERATIONS: readonly Operation[] = [...ASKING, ...FINDING, ...READING];
