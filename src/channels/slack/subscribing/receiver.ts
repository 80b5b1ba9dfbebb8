import { z } from 'zod';

/** Who is told of what changes: a person, in direct messages, or a channel. */
export interface Receiver {
  readonly teamId: string;
  readonly id: string;
  readonly isPerson: boolean;
}

const receiverSchema = z
  .string()
  .transform((name) => name.split(':'))
  .pipe(z.tuple([z.literal('slack'), z.string(), z.string()]));

/** As it is kept, e.g. slack:T1:C1. */
export function receiverIn(name: string): Receiver {
  const [, teamId, id] = receiverSchema.parse(name);
  return { teamId, id, isPerson: /^[UW]/u.test(id) };
}

export const receiverName = ({ teamId, id }: Pick<Receiver, 'teamId' | 'id'>): string =>
  `slack:${teamId}:${id}`;
