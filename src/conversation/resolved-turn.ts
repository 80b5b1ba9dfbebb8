import type { Before } from '../understand/understand.ts';
import type { Topic } from './topic.ts';

/** A turn made whole with what earlier turns said. */
export interface ResolvedTurn {
  /** Stands alone: places and times inherited are written into it. */
  readonly question: string;
  readonly topic: Topic;
  /** What was taken over, in words for the person; empty for a fresh subject. */
  readonly inherited: readonly string[];
  /** Which parts of the question those are. */
  readonly parts: Before['inherited'];
}
