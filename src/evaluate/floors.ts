import { z } from 'zod';
import { YoujuError } from '../errors.ts';
import type { Figure } from './tally.ts';

/** Least share of each figure, by its name; `characters per single-fact answer` is the most at the median. */
const floorsSchema = z.record(z.string(), z.number().nonnegative());

export type Floors = z.infer<typeof floorsSchema>;

export interface Shortfall {
  readonly name: string;
  readonly figure: number;
  readonly floor: number;
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

/** Figures below their floor; a figure that was not measured at all is below any. */
export function shortfalls(figures: ReadonlyMap<string, Figure>, floors: Floors): Shortfall[] {
  return Object.entries(floors).flatMap(([name, floor]) => {
    const measured = figures.get(name);
    const isSpread = measured !== undefined && 'p50' in measured;
    const figure = measured === undefined ? 0 : isSpread ? measured.p50 : measured.share;
    const isMet = measured !== undefined && (isSpread ? figure <= floor : figure >= floor);
    return isMet ? [] : [{ name, figure, floor }];
  });
}
