import { z } from 'zod';
import type { App } from '../../app.ts';
import { YoujuError } from '../../errors.ts';
import type { NAMED_SCHEMAS, SchemaName } from './schemas.ts';

/** What operations are carried out with. */
export interface Service {
  readonly app: App;
  /** What links that leave the site start with; no slash at its end. */
  readonly publicUrl: string;
}

/** Where the input of an operation comes from in a request. */
export type InputPlace = OperationInput['place'];

/** Something the service does, said once for whoever carries it out, checks it and describes it. */
export interface Operation<Name extends SchemaName = SchemaName> {
  /** Of its description. */
  readonly id: string;
  /** Its name among the tools of other assistants; null where another operation does the same for them. */
  readonly tool: string | null;
  readonly method: 'get' | 'post';
  /** In express's notation. */
  readonly path: string;
  readonly summary: string;
  /** Undefined where it needs none. */
  readonly input: OperationInput | undefined;
  readonly answers: Name;
  /** Whether the answer stays the same while the index does, so that it may be asked for conditionally. */
  readonly isKept: boolean;
  /**
   * `given` is what came from the input's place; `signal` ends the work when nobody waits any more. Throws
   * INPUT_INVALID that says of each field what is wrong.
   */
  run(service: Service, given: unknown, signal: AbortSignal): Promise<Result<Name>>;
}

export type OperationInput<Schema extends z.ZodObject = z.ZodObject> =
  | { readonly place: 'query' | 'path'; readonly schema: Schema }
  /** `name` is what the description calls it. */
  | { readonly place: 'body'; readonly schema: Schema; readonly name: SchemaName };

type Result<Name extends SchemaName> = z.infer<(typeof NAMED_SCHEMAS)[Name]>;

interface Definition<Name extends SchemaName, Input extends z.ZodObject>
  extends Omit<Operation<Name>, 'input' | 'run'> {
  readonly input: OperationInput<Input>;
  run(service: Service, input: z.infer<Input>, signal: AbortSignal): Promise<Result<Name>>;
}

/** An operation whose input is checked before it runs. */
export function operation<Name extends SchemaName, Input extends z.ZodObject>(
  definition: Definition<Name, Input>,
): Operation<Name> {
  const { schema } = definition.input;
  return {
    ...definition,
    run: async (service, given, signal) => definition.run(service, checked(schema, given), signal),
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
