import { z } from 'zod';

/** What ingest-process.ts prints. */
export const ingestResultSchema = z.object({
  passages: z.number(),
  peakBytes: z.number(),
});

/** What answers-process.ts prints. */
export const answersResultSchema = z.object({
  openMs: z.number(),
  /** Each question asked for the first time. */
  firstMs: z.array(z.number()),
  /** The same questions asked again. */
  againMs: z.array(z.number()),
  peakBytes: z.number(),
});

/** What read-process.ts prints. */
export const readResultSchema = z.object({
  readMs: z.number(),
  /** `read`, or the code of the error. */
  outcome: z.string(),
  peakBytes: z.number(),
  grownBytes: z.number(),
});

export type ReadResult = z.infer<typeof readResultSchema>;
export type IngestResult = z.infer<typeof ingestResultSchema>;
export type AnswersResult = z.infer<typeof answersResultSchema>;

/** Largest memory this process has held so far. */
export const peakBytes = (): number => process.resourceUsage().maxRSS * 1024;
