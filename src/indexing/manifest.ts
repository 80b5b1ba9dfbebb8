import { z } from 'zod';

/** What an index was built from and with; written last, so that its presence says the rest is whole. */
export const manifestSchema = z.object({
  format: z.number().int(),
  builtAt: z.iso.datetime(),
  /** SHA-256 of each seed file, by file name. */
  seeds: z.record(z.string(), z.string()),
  /** SHA-256 of catalogue.json, words.txt and synonyms.tsv. */
  settings: z.record(z.string(), z.string()),
  segmenter: z.string(),
  embedder: z.string(),
  dimensions: z.number().int().positive(),
  counts: z.object({
    documents: z.number().int(),
    passages: z.number().int(),
    indicators: z.number().int(),
    responsibilities: z.number().int(),
  }),
  /** SHA-256 of each file of the generation. */
  checksums: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;
