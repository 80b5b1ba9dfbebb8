import type { JudgeFeature } from '../considered.ts';

const MOST = 12;

/** How many things it names. */
export const things: JudgeFeature = {
  name: 'things',
  says: 'marks of enumeration and claims, at most twelve; 0–12',
  value: ({ candidate, quoted }) =>
    Math.min(MOST, (quoted.match(/、/gu)?.length ?? 0) + candidate.claims.length - 1),
};
