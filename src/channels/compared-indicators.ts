import type { App, IndicatorGroup } from '../app.ts';
import type { Answer, Indicator } from '../model.ts';

/** An indicator whose rows of several documents an answer cites. */
export interface ComparedIndicator {
  readonly name: string;
  readonly rows: readonly Indicator[];
  /** Where the site shows them side by side, from its root. */
  readonly path: string;
}

/** Address of an indicator's own comparison, from the site's root. */
export const comparisonPath = (name: string): string =>
  `/compare?${new URLSearchParams({ indicator: name })}`;

/** What of an answer can be shown as a chart, and looked at more closely; empty for most answers. */
export function comparedIndicators(
  { citations }: Answer,
  app: Pick<App, 'indicators'>,
): readonly ComparedIndicator[] {
  const cited = new Set(citations.map(({ passageId }) => passageId));
  const compared: ComparedIndicator[] = [];
  for (const group of app.indicators()) {
    const rows = citedRows(group, cited);
    if (new Set(rows.map(({ documentId }) => documentId)).size < 2) continue;
    for (const { passageId } of rows) cited.delete(passageId);
    compared.push({ name: group.name, rows, path: comparisonPath(group.name) });
  }
  return compared;
}

const citedRows = ({ rows, near }: IndicatorGroup, cited: ReadonlySet<string>): Indicator[] =>
  [...rows, ...near].filter(({ passageId }) => cited.has(passageId));
