import type { Bar } from './chart-scale.ts';
import type { PrintedValue } from './printed-value.ts';

interface ValueBarProps {
  readonly value: PrintedValue;
  readonly time: 'base' | 'target';
  readonly bar: Bar | undefined;
}

/** A bar beside a printed value: for the eye only, the value itself is text. */
export function ValueBar({ value, time, bar }: ValueBarProps) {
  if (bar === undefined) return null;
  return (
    <svg class="value-bar" aria-hidden="true" width="100%" height="9">
      <rect
        class={`bar ${time} ${value.kind}`}
        x={`${bar.start}%`}
        y="1"
        width={`${bar.length}%`}
        height="7"
      />
    </svg>
  );
}
