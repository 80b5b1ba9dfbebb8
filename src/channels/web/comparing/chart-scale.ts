/** Where a bar begins and how long it is, in per cent of the room for bars. */
export interface Bar {
  readonly start: number;
  readonly length: number;
}

/** Bars of one chart begin at zero and share one scale. */
export function barScale(numbers: readonly number[]): (number: number) => Bar {
  const low = Math.min(0, ...numbers);
  const span = Math.max(0, ...numbers) - low || 1;
  const percent = (length: number): number => Math.round((length / span) * 10_000) / 100;
  return (number) => ({
    start: percent(Math.min(0, number) - low),
    length: percent(Math.abs(number)),
  });
}
