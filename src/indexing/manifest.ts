import { z } from 'zod';

/** Raise when parsing, terms or files of an index change, so that older ones are built anew. */
export const INDEX_FORMAT = 5;

export const MANIFEST_FILE = 'manifest.json';
export const DATABASE_FILE = 'plans.db';
export const VECTORS_FILE = 'vectors.hnsw';
export const EMBEDDER_FILE = 'embedder.json';
export const WORDS_FILE = 'words.hnsw';

/** The file names that `checksums` must have. */
export const INDEX_FILES = [DATABASE_FILE, VECTORS_FILE, EMBEDDER_FILE, WORDS_FILE] as const;

/** What an index was built from and with; written last, so that its presence says the rest is whole. */
export const manifestSchema = z.object({
  format: z.number().int(),
  builtAt: z.iso.datetime(),
  /** SHA-256 of each seed file, by file name; of one refused unread, the code that says why. */
  seeds: z.record(z.string(), z.string()),
  /** Files that could not be read. */
  refused: z.array(
    z.object({
      file: z.string(),
      code: z.string(),
      message: z.string(),
      keptAs: z.string().nullable(),
    }),
  ),
  /** What was dropped or could not be read of each file, by file name; files read whole are left out. */
  warnings: z.record(z.string(), z.array(z.string())),
  /** SHA-256 of catalogue.json, words.txt and synonyms.tsv, as far as they are there. */
  settings: z.record(z.string(), z.string()),
  segmenter: z.string(),
  embedder: z.string(),
  dimensions: z.number().int().positive(),
  /** The word vectors by which words of the texts are found that mean what a question says. */
  words: z.string(),
  counts: z.object({
    documents: z.number().int(),
    passages: z.number().int(),
    indicators: z.number().int(),
    responsibilities: z.number().int(),
  }),
  /** SHA-256 of each file of the generation. */
  checksums: z.record(z.enum(INDEX_FILES), z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** All that is read of a manifest of another format. */
export const manifestFormatSchema = z.object({ format: z.number().int() });
