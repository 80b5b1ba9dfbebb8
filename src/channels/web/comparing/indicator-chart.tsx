import type { Indicator } from '../../../model.ts';
import { barScale } from './chart-scale.ts';
import { numberOf, type PrintedValue, readPrinted, sayPrinted } from './printed-value.ts';
import { isPrintedAlike, withUnit } from './wording.ts';

interface ChartRow {
  readonly label: string;
  readonly values: readonly {
    readonly year: number;
    readonly time: 'base' | 'target';
    readonly value: PrintedValue;
  }[];
}

interface IndicatorChartProps {
  /** Unlike that of any other chart on the page. */
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly rows: readonly Indicator[];
  /** What each document is called. */
  readonly labels: ReadonlyMap<string, string>;
}

const LABEL_HEIGHT = 24;
const BAR_HEIGHT = 22;
const GAP = 14;
/** Room for 2025年 before a bar. */
const YEAR_WIDTH = 56;
/** The narrowest room a chart gets on a phone, and how wide a character of its values is at most. */
const NARROW = 320;
const WIDEST_CHARACTER = 14;
const MAX_BAR = 72;

/** Bars on one scale, each with its value as printed: base and target of every document. */
export function IndicatorChart({ id, name, unit, rows, labels }: IndicatorChartProps) {
  const lines = rows.map((row) => chartRow(row, name, labels));
  const values = lines.flatMap((line) => line.values.map(({ value }) => value));
  const scale = barScale(values.flatMap((value) => numberOf(value) ?? []));
  const room = roomForBars(values);
  const height = lines.length * (LABEL_HEIGHT + 2 * BAR_HEIGHT + GAP) - GAP;
  return (
    <svg
      class="indicator-chart"
      role="img"
      aria-labelledby={`${id}-title ${id}-values`}
      width="100%"
      height={height}
    >
      <title id={`${id}-title`}>{withUnit(name, unit)}</title>
      <desc id={`${id}-values`}>{lines.map(sayRow).join('')}</desc>
      {lines.map((line, index) => (
        <svg
          key={index}
          aria-hidden="true"
          y={index * (LABEL_HEIGHT + 2 * BAR_HEIGHT + GAP)}
          width="100%"
          height={LABEL_HEIGHT + 2 * BAR_HEIGHT}
        >
          <text class="document" y="16">
            {line.label}
          </text>
          {line.values.map((each, at) => (
            <ValueLine
              key={each.time}
              {...each}
              y={LABEL_HEIGHT + at * BAR_HEIGHT}
              scale={scale}
              room={room}
            />
          ))}
        </svg>
      ))}
    </svg>
  );
}

/** A row called otherwise than the chart says so beside its document. */
function chartRow(row: Indicator, name: string, labels: ReadonlyMap<string, string>): ChartRow {
  const label = labels.get(row.documentId) ?? row.documentId;
  return {
    label: isPrintedAlike(row.name, name) ? label : `${label} · ${row.name}`,
    values: [
      { year: row.baseYear, time: 'base', value: readPrinted(row.base) },
      { year: row.targetYear, time: 'target', value: readPrinted(row.target) },
    ],
  };
}

const sayRow = ({ label, values }: ChartRow): string =>
  `${label}：${values.map(({ year, value }) => `${year}年${sayPrinted(value)}`).join('，')}。`;

/** Per cent of the width that bars may take, so that the longest value still has room behind them. */
function roomForBars(values: readonly PrintedValue[]): number {
  const longest = Math.max(
    0,
    ...values
      .filter((value) => numberOf(value) !== undefined)
      .map((value) => widthOf(sayPrinted(value))),
  );
  return Math.min(MAX_BAR, 100 - ((YEAR_WIDTH + longest) / NARROW) * 100);
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/u.test(character) ? 0.6 : 1), 1) *
  WIDEST_CHARACTER;

interface ValueLineProps {
  readonly year: number;
  readonly time: 'base' | 'target';
  readonly value: PrintedValue;
  readonly y: number;
  readonly scale: ReturnType<typeof barScale>;
  readonly room: number;
}

function ValueLine({ year, time, value, y, scale, room }: ValueLineProps) {
  const number = numberOf(value);
  const bar = number === undefined ? undefined : scale(number);
  const percent = (part: number): string => `${Math.round(part * room) / 100}%`;
  return (
    <>
      <text class="year" y={y + 15}>
        {year}年
      </text>
      <svg aria-hidden="true" x={YEAR_WIDTH} y={y} width="100%" height={BAR_HEIGHT}>
        {bar && (
          <rect
            class={`bar ${time} ${value.kind}`}
            x={percent(bar.start)}
            y="4"
            width={percent(bar.length)}
            height="13"
          />
        )}
        <text
          class={`value ${value.kind}`}
          x={bar ? percent(bar.start + bar.length) : 0}
          dx={bar ? 8 : 0}
          y="15"
        >
          {sayPrinted(value)}
        </text>
      </svg>
    </>
  );
}
