import { z } from 'zod';
import { YoujuError } from '../errors.ts';
import type { Figure } from './tally.ts';

/**
 * By the figure's name: the least share, or the most that is allowed; of a quantity that spreads (characters,
 * milliseconds) the most at the median.
 */
const floorsSchema = z.record(
  z.string(),
  z.union([z.number().nonnegative(), z.strictObject({ atMost: z.number().nonnegative() })]),
);

export type Floors = z.infer<typeof floorsSchema>;

export interface Shortfall {
  readonly name: string;
  readonly figure: number;
  readonly floor: number;
  /** Whether the floor is a ceiling. */
  readonly isMost: boolean;
}

export function parseFloors(json: string, file: string): Floors {
  try {
    return floorsSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new YoujuError(
      'INPUT_INVALID',
      `下限文件 ${file} 不是“指标名: 数值”的 JSON，请修改后再试。`,
      { cause },
    );
  }
}

/** Figures on the wrong side of their floor; a figure that was not measured at all is. */
export function shortfalls(figures: ReadonlyMap<string, Figure>, floors: Floors): Shortfall[] {
  return Object.entries(floors).flatMap(([name, given]) => {
    const measured = figures.get(name);
    const isSpread = measured !== undefined && 'p50' in measured;
    const isMost = isSpread || typeof given === 'object';
    const floor = typeof given === 'object' ? given.atMost : given;
    const figure = measured === undefined ? 0 : isSpread ? measured.p50 : measured.share;
    const isMet = measured !== undefined && (isMost ? figure <= floor : figure >= floor);
    return isMet ? [] : [{ name, figure, floor, isMost }];
  });
}
