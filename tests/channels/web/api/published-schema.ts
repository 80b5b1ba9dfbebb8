import { z } from 'zod';

/** As much of a published description as the tests follow. */
const descriptionSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), required: z.boolean() }))
          .optional(),
        responses: z.record(
          z.string(),
          z.object({
            content: z.object({
              'application/json': z.object({ schema: z.object({ $ref: z.string() }) }),
            }),
          }),
        ),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

export type Description = z.infer<typeof descriptionSchema>;
export const readDescription = (json: unknown): Description => descriptionSchema.parse(json);

/** Where JSON Schema keeps what OpenAPI keeps among its components. */
const asDefinitions = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json).replaceAll('#/components/schemas/', '#/$defs/'));

/** What a response is said to be, made a check again of nothing but the published text. */
export function publishedSchema(
  { paths, components }: Description,
  method: string,
  path: string,
  status: number,
): z.ZodType {
  const { schema } = paths[path]?.[method]?.responses[status]?.content['application/json'] ?? {};
  if (schema === undefined) throw new Error(`nothing said of ${method} ${path} ${status}`);
  const $defs = asDefinitions(components.schemas);
  // The definitions are ours and were JSON a moment ago.
  return z.fromJSONSchema({ ...(asDefinitions(schema) as object), $defs } as never);
}
