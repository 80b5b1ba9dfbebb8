import type { IndicatorGroup } from '../../../app.ts';
import type { Indicator } from '../../../model.ts';
import { comparisonPath } from '../../compared-indicators.ts';
import { passageLink } from '../links.ts';
import type { Bar } from './chart-scale.ts';
import { type ComparisonCell, unitOf } from './comparison.ts';
import { growthOf } from './measure.ts';
import { numberOf, type PrintedValue, readPrinted, sayPrinted } from './printed-value.ts';
import { ValueBar } from './value-bar.tsx';
import { isPrintedAlike, withUnit } from './wording.ts';

interface FigureProps {
  readonly year: number;
  readonly time: 'base' | 'target';
  readonly value: PrintedValue;
  /** Of bars; undefined where none can be drawn. */
  readonly scale: ((number: number) => Bar) | undefined;
}

function Figure({ year, time, value, scale }: FigureProps) {
  const number = numberOf(value);
  return (
    <span class={`figure ${time}`}>
      <span class="year">{year}年</span>
      <span class={`value ${value.kind}`}>{sayPrinted(value)}</span>
      <ValueBar
        value={value}
        time={time}
        bar={number === undefined ? undefined : scale?.(number)}
      />
    </span>
  );
}

interface RowFiguresProps {
  readonly row: Indicator;
  readonly group: IndicatorGroup;
  /** Of bars; undefined where none can be drawn. */
  readonly scale: ((number: number) => Bar) | undefined;
}

/** What a document prints of an indicator, as one link to the row in its table. */
function RowFigures({ row, group, scale }: RowFiguresProps) {
  const { documentId, passageId, baseYear, targetYear, property, note } = row;
  const growth = growthOf(row);
  return (
    <>
      <a class="figures" href={passageLink(documentId, passageId)}>
        <Figure year={baseYear} time="base" value={readPrinted(row.base)} scale={scale} />
        <Figure year={targetYear} time="target" value={readPrinted(row.target)} scale={scale} />
        <span class="aside">
          <span>{changeWords(row)}</span>
          {growth !== undefined && <span class="computed">{growth.text}（计算）</span>}
          <span>{sayPrinted(readPrinted(property))}</span>
        </span>
      </a>
      <OwnWording row={row} group={group} />
      {note !== null && <p class="row-note">注：{note}</p>}
    </>
  );
}

/** What print has in the column of rates and totals: the brackets tell which of both it is. */
function changeWords({ change }: Indicator): string {
  const value = readPrinted(change);
  if (value.kind === 'missing' || value.kind === 'not-set') return `变化 ${sayPrinted(value)}`;
  return /^[[〔［]/u.test(value.text) ? `累计 ${value.text}` : `年均 ${value.text}`;
}

/** Says it where a table words the name or the unit otherwise than the heading of the line. */
function OwnWording({ row, group }: Pick<RowFiguresProps, 'row' | 'group'>) {
  const own = withUnit(row.name, row.unit);
  if (isPrintedAlike(own, withUnit(group.name, unitOf(group)))) return null;
  return <p class="row-note">表中作“{own}”</p>;
}

interface CellFiguresProps {
  readonly cell: ComparisonCell;
  readonly group: IndicatorGroup;
  /** Of bars; undefined where none can be drawn. */
  readonly scale: ((number: number) => Bar) | undefined;
}

export function CellFigures({ cell: { rows, near }, group, scale }: CellFiguresProps) {
  if (rows.length === 0) {
    return (
      <p class="row-note">
        表中没有这一项。
        {near.map(({ name, passageId }) => (
          <span key={passageId}>
            名称相近的是<a href={comparisonPath(name)}>{name}</a>。
          </span>
        ))}
      </p>
    );
  }
  return (
    <>
      {rows.map((row) => (
        <RowFigures key={row.passageId} row={row} group={group} scale={scale} />
      ))}
    </>
  );
}
