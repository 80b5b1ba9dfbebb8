import type { Request } from 'express';
import type { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import type { errorSchema } from '../../operations/schemas.ts';

/** Codes of problems that only the web has, by status. */
const CODES: Readonly<Record<number, string>> = {
  400: 'INPUT_INVALID',
  401: 'SIGN_IN_NEEDED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
};

/** Programs are told in JSON what people read on a page. */
export const isForPrograms = ({ path }: Request): boolean => path.startsWith('/api/');

export function errorToJson(
  error: unknown,
  status: number,
  message: string,
): z.infer<typeof errorSchema> {
  const code = error instanceof YoujuError ? error.code : (CODES[status] ?? 'INTERNAL');
  return { error: { code, message } };
}
