import { z } from 'zod';
import type { LsaModel } from './lsa.ts';
import { vocabulary } from './tf-idf.ts';

/** Numbers are little-endian Float32 in base64: a third of their length as text, and exact. */
const lsaSchema = z.object({
  id: z.string(),
  dimensions: z.number().int().positive(),
  terms: z.array(z.string()).readonly(),
  idf: z.string(),
  basis: z.string(),
});

export const lsaToJson = ({ id, vocabulary: { terms, idf }, basis }: LsaModel): string =>
  JSON.stringify({
    id,
    dimensions: basis.columns,
    terms,
    idf: floatsToBase64(idf),
    basis: floatsToBase64(basis.values),
  } satisfies z.infer<typeof lsaSchema>);

export function lsaFromJson(json: string): LsaModel {
  const { id, dimensions, terms, idf, basis } = lsaSchema.parse(JSON.parse(json));
  return {
    id,
    vocabulary: vocabulary(terms, floatsFromBase64(idf)),
    basis: { rows: terms.length, columns: dimensions, values: floatsFromBase64(basis) },
  };
}

const floatsToBase64 = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** Copied to where numbers of four bytes may stand. */
const floatsFromBase64 = (base64: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
