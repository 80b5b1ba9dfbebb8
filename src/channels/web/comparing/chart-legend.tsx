import type { Indicator } from '../../../model.ts';
import { readPrinted } from './printed-value.ts';

const ABSENT = ['words', 'not-set', 'missing'] as const;

interface LegendProps {
  /** The rows drawn, of which only what is seen is explained; all of it where left out. */
  readonly rows?: readonly Indicator[];
}

/** What bars and columns mean. */
export function Legend({ rows }: LegendProps) {
  const kinds = new Set(
    rows?.flatMap(({ base, target }) => [readPrinted(base).kind, readPrinted(target).kind]),
  );
  const isAll = rows === undefined;
  return (
    <ul class="legend" aria-label="图例">
      <li>
        <Sample class="base number" />
        基期
      </li>
      <li>
        <Sample class="target number" />
        目标
      </li>
      {(isAll || kinds.has('inexact')) && (
        <li>
          <Sample class="target inexact" />
          原文不是确数（如“4.5以内”），按其中的数字画
        </li>
      )}
      {(isAll || ABSENT.some((kind) => kinds.has(kind))) && <li>没有条的，原文没有给出一个数</li>}
      {isAll && <li>变化：原表的年均增速，方括号内是累计</li>}
    </ul>
  );
}

function Sample({ class: kind }: { readonly class: string }) {
  return (
    <svg class="value-bar" aria-hidden="true" width="28" height="9">
      <rect class={`bar ${kind}`} x="1" y="1" width="26" height="7" />
    </svg>
  );
}
