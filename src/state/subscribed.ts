import { z } from 'zod';
import type { NewEdition } from '../indexing/changed-editions.ts';

/** What somebody wants to hear of. */
export interface Subscribed {
  readonly kind: 'document' | 'place' | 'indicator';
  /** Id of a document, name of a place or of an indicator. */
  readonly name: string;
  /** What people call it. */
  readonly label: string;
}

export interface Subscription extends Subscribed {
  readonly id: string;
  /** Who is told, in the channel's words: a person or a place, e.g. slack:T1:U1 or slack:T1:C1. */
  readonly receiver: string;
  /** Who asked for it, e.g. slack:T1:U1. */
  readonly author: string;
}

/** Editions that somebody is to be told of, taken by this process. */
export interface DueNews {
  readonly subscription: Subscription;
  readonly editions: readonly NewEdition[];
  /** Names this message among all: the same again where it is taken up once more. */
  readonly messageName: string;
  /** Newest generation that the editions come from. */
  readonly generation: string;
  /** It may have been told already by whoever took it before. */
  readonly isInDoubt: boolean;
  readonly takenMs: number;
}

/** As an edition is kept. */
export const editionSchema: z.ZodType<NewEdition> = z.object({
  documentId: z.string(),
  beforeId: z.string().nullable(),
  isGone: z.boolean(),
  changes: z.array(
    z.object({
      name: z.string().nullable(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      isFigure: z.boolean(),
    }),
  ),
  count: z.number(),
});
