import { renderToString } from 'preact-render-to-string';
import type { Indicator } from '../../../model.ts';
import { barScale } from './chart-scale.ts';
import { numberOf, readPrinted, sayPrinted } from './printed-value.ts';
import { withUnit } from './wording.ts';

interface ChartFileProps {
  readonly name: string;
  readonly unit: string | null;
  /** Each with a target that is a number. */
  readonly rows: readonly Indicator[];
  readonly labels: ReadonlyMap<string, string>;
}

const WIDTH = 960;
const LABEL = 190;
const ROOM = 560;
const ROW = 74;
const TOP = 92;
const INK = '#24211d';
const MUTED = '#6c655b';
const BASE = '#a89f92';
const TARGET = '#a3312a';
const FONT = "'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', SimSun, serif";

/** The chart by itself, with all it needs, to be put on a slide. */
export function chartFile({ name, unit, rows, labels }: ChartFileProps): string {
  const printed = rows.flatMap(({ base, target }) => [readPrinted(base), readPrinted(target)]);
  const scale = barScale(printed.flatMap((value) => numberOf(value) ?? []));
  const height = TOP + rows.length * ROW + 40;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      font-family={FONT}
    >
      <title>{withUnit(name, unit)}</title>
      <rect width={WIDTH} height={height} fill="#ffffff" />
      <text x="24" y="46" font-size="28" font-weight="600" fill={INK}>
        {withUnit(name, unit)}
      </text>
      <text x="24" y="74" font-size="15" fill={MUTED}>
        灰为基期，红为目标；数字照原文
      </text>
      {rows.map((row, at) => (
        <Row
          key={row.passageId}
          row={row}
          label={labels.get(row.documentId) ?? row.documentId}
          y={TOP + at * ROW}
          scale={scale}
        />
      ))}
      <text x="24" y={height - 14} font-size="13" fill={MUTED}>
        出处：{rows.map((row) => sourceOf(row, labels)).join('；')}
      </text>
    </svg>,
  )}`;
}

const sourceOf = (
  { documentId, tableTitle, page }: Indicator,
  labels: ReadonlyMap<string, string>,
): string =>
  `${labels.get(documentId) ?? documentId}“${tableTitle.replace(/[“”]/gu, '')}”${page === null ? '' : `第${page}页`}`;

interface RowProps {
  readonly row: Indicator;
  readonly label: string;
  readonly y: number;
  readonly scale: ReturnType<typeof barScale>;
}

function Row({ row, label, y, scale }: RowProps) {
  const lines = [
    { year: row.baseYear, value: readPrinted(row.base), fill: BASE },
    { year: row.targetYear, value: readPrinted(row.target), fill: TARGET },
  ];
  return (
    <>
      <text x="24" y={y + 34} font-size="19" fill={INK}>
        {label}
      </text>
      {lines.map(({ year, value, fill }, at) => {
        const number = numberOf(value);
        const bar = number === undefined ? undefined : scale(number);
        const end = bar ? ((bar.start + bar.length) / 100) * ROOM : 0;
        return (
          <g key={year} font-size="16">
            {bar && (
              <rect
                x={LABEL + (bar.start / 100) * ROOM}
                y={y + 6 + at * 28}
                width={(bar.length / 100) * ROOM}
                height="20"
                fill={fill}
                fill-opacity={value.kind === 'inexact' ? 0.45 : 1}
              />
            )}
            <text x={LABEL + end + 8} y={y + 22 + at * 28} fill={INK}>
              {year}年 {sayPrinted(value)}
            </text>
          </g>
        );
      })}
    </>
  );
}
