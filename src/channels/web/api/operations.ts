import { z } from 'zod';
import type { App, AskOptions } from '../../../app.ts';
import { YoujuError } from '../../../errors.ts';
import { answerToJson } from '../../answer-json.ts';
import {
  askBodySchema,
  askQuerySchema,
  documentPathSchema,
  type NAMED_SCHEMAS,
  type SchemaName,
  searchQuerySchema,
} from './api-schemas.ts';
import { documentToJson, foundToJson, summaryToJson } from './document-json.ts';

/** Where the input of an operation comes from. */
export type InputPlace = 'query' | 'path' | 'body';

/** Something the service does, said once for whoever carries it out, checks it and describes it. */
export interface Operation<Name extends SchemaName = SchemaName> {
  /** Of its description. */
  readonly id: string;
  readonly method: 'get' | 'post';
  /** In express's notation. */
  readonly path: string;
  readonly summary: string;
  /** Undefined where it needs none. */
  readonly input: { readonly place: InputPlace; readonly schema: z.ZodObject } | undefined;
  readonly answers: Name;
  /** Whether the answer stays the same while the index does, so that it may be asked for conditionally. */
  readonly isKept: boolean;
  /**
   * `given` is what came from the input's place; `signal` ends the work when nobody waits any more. Throws
   * INPUT_INVALID that says of each field what is wrong.
   */
  run(
    app: App,
    given: unknown,
    signal: AbortSignal,
  ): Promise<z.infer<(typeof NAMED_SCHEMAS)[Name]>>;
}

interface Definition<Name extends SchemaName, Input extends z.ZodObject>
  extends Omit<Operation<Name>, 'input' | 'run'> {
  readonly place: InputPlace;
  readonly schema: Input;
  run(
    app: App,
    input: z.infer<Input>,
    signal: AbortSignal,
  ): Promise<z.infer<(typeof NAMED_SCHEMAS)[Name]>>;
}

function operation<Name extends SchemaName, Input extends z.ZodObject>({
  place,
  schema,
  run,
  ...rest
}: Definition<Name, Input>): Operation<Name> {
  return {
    ...rest,
    input: { place, schema },
    run: async (app, given, signal) => run(app, checked(schema, given), signal),
  };
}

function checked<Input extends z.ZodObject>(schema: Input, given: unknown): z.infer<Input> {
  const parsed = schema.safeParse(given, { error: z.locales.zhCN().localeError });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? `${path.join('.')}：` : ''}${message}`,
  );
  throw new YoujuError('INPUT_INVALID', `请求有误。${problems.join('；')}。`);
}

const within = (documentIds: readonly string[] = []): Pick<AskOptions, 'documentIds'> =>
  documentIds.length > 0 ? { documentIds } : {};

export const OPERATIONS: readonly Operation[] = [
  operation({
    id: 'ask',
    method: 'get',
    path: '/api/ask',
    summary: '提问：答案的每一句都带逐字引用的依据',
    place: 'query',
    schema: askQuerySchema,
    answers: 'Answer',
    isKept: false,
    run: async (app, { q, document }, signal) =>
      answerToJson(await app.ask(q, { ...within(document), signal })),
  }),
  operation({
    id: 'askInConversation',
    method: 'post',
    path: '/api/ask',
    summary: '提问，可接着先前的问题问',
    place: 'body',
    schema: askBodySchema,
    answers: 'Answer',
    isKept: false,
    run: async (app, { question, documentIds, turns }, signal) =>
      answerToJson(
        await app.ask(question, { ...within(documentIds), ...(turns && { turns }), signal }),
      ),
  }),
  operation({
    id: 'search',
    method: 'get',
    path: '/api/search',
    summary: '检索原文的段落',
    place: 'query',
    schema: searchQuerySchema,
    answers: 'SearchResult',
    isKept: false,
    run: async (app, { q, document, limit }) => {
      const hits = await app.search(q, { ...within(document), limit });
      return { query: q, passages: hits.map(foundToJson) };
    },
  }),
  {
    id: 'listDocuments',
    method: 'get',
    path: '/api/documents',
    summary: '收录的文件',
    input: undefined,
    answers: 'Documents',
    isKept: true,
    run: async (app) => ({ documents: app.documents().map(summaryToJson) }),
  },
  operation({
    id: 'readDocument',
    method: 'get',
    path: '/api/documents/:id',
    summary: '一份文件的结构、指标和任务分工',
    place: 'path',
    schema: documentPathSchema,
    answers: 'Document',
    isKept: true,
    run: async (app, { id }) => documentToJson(app, id),
  }),
];
