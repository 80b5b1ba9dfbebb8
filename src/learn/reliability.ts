/** A chance that was given, and what came of it. */
export interface Forecast {
  readonly chance: number;
  readonly isRight: boolean;
}

export interface ReliabilityRow {
  /** Chances from, and up to but without; the last row holds 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanChance: number;
  readonly shareRight: number;
}

/** Whether a chance means what it says; rows without a forecast are left out. */
export function reliabilityTable(forecasts: readonly Forecast[], rows = 10): ReliabilityRow[] {
  return Array.from({ length: rows }, (_, at) => {
    const inRow = forecasts.filter(
      ({ chance }) => Math.min(rows - 1, Math.floor(chance * rows)) === at,
    );
    const count = inRow.length;
    return {
      from: at / rows,
      to: (at + 1) / rows,
      count,
      meanChance: inRow.reduce((sum, { chance }) => sum + chance, 0) / count,
      shareRight: inRow.filter(({ isRight }) => isRight).length / count,
    };
  }).filter(({ count }) => count > 0);
}

/** Expected calibration error, 0 to 1: how far chances are from shares, a row counting by its forecasts. */
export function calibrationError(forecasts: readonly Forecast[], rows = 10): number {
  const gaps = reliabilityTable(forecasts, rows).map(
    ({ count, meanChance, shareRight }) => count * Math.abs(meanChance - shareRight),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, forecasts.length);
}

/** The chance that a right one scores above a wrong one (AUROC); ties count half; ½ where either is missing. */
export function rankingQuality(scored: readonly { score: number; isRight: boolean }[]): number {
  const right = scored.filter(({ isRight }) => isRight);
  const wrong = scored.filter(({ isRight }) => !isRight);
  if (right.length === 0 || wrong.length === 0) return 0.5;
  let won = 0;
  for (const one of right) {
    for (const other of wrong) {
      won += one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0;
    }
  }
  return won / (right.length * wrong.length);
}
