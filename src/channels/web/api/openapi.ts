import { z } from 'zod';
import type { Operation } from '../../operations/operation.ts';
import { NAMED_SCHEMAS } from '../../operations/schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** Problems any operation may answer with. */
const PROBLEMS: Readonly<Record<string, string>> = {
  400: '请求有误',
  401: '要先登录',
  404: '没有这份文件',
  413: '请求太大',
  429: '请求太频繁',
  500: '出了意外',
  503: '索引暂时不能用',
};

const refTo = (name: string): string => `#/components/schemas/${name}`;
const jsonOf = (name: string): Json => ({
  'application/json': { schema: { $ref: refTo(name) } },
});

/** `readOnly` says in a description what no reader of ours may change; here it would say that none may send it. */
function withoutReadOnly({ jsonSchema }: { jsonSchema: { readOnly?: unknown } }): void {
  delete jsonSchema.readOnly;
}

/** The named schemas as JSON Schema, each pointing at the others. */
function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, override: withoutReadOnly });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _schema, $id: _id, ...schema }]) => [
      name,
      schema,
    ]),
  );
}

/** What is sent to an operation: parameters, or a body. */
function inputOf({ input }: Operation): Json {
  if (input === undefined) return {};
  if (input.place === 'body')
    return { requestBody: { required: true, content: jsonOf(input.name) } };
  const { properties = {} } = z.toJSONSchema(input.schema, { override: withoutReadOnly });
  const missing = new Set(input.schema.safeParse({}).error?.issues.map(({ path }) => path[0]));
  return {
    parameters: Object.entries(properties).map(([name, property]) => {
      const { description, ...schema } = z.record(z.string(), z.unknown()).parse(property);
      const required = input.place === 'path' || missing.has(name);
      return { name, in: input.place, required, description, schema };
    }),
  };
}

function describe(operation: Operation): Json {
  const problems = Object.entries(PROBLEMS).map(([status, description]) => [
    status,
    { description, content: jsonOf('Error') },
  ]);
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...inputOf(operation),
    responses: {
      200: { description: '成功', content: jsonOf(operation.answers) },
      ...Object.fromEntries(problems),
    },
  };
}

/** :id → {id} */
const templateOf = (path: string): string => path.replace(/:(\w+)/gu, '{$1}');

/** The service described as OpenAPI 3.1 has it, by the very schemas that check it. */
export function openApi(operations: readonly Operation[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = templateOf(operation.path);
    paths[path] = { ...paths[path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '有据',
      version: '1',
      description: '政府规划文件问答：每一句都有逐字引用的原文为证。只读。',
    },
    paths,
    components: { schemas: componentSchemas() },
  };
}
