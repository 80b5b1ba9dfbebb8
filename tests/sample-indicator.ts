import type { Indicator } from '../src/model.ts';

/** A row of a table of main indicators; everything of it may be replaced. */
export function sampleIndicator(
  documentId: string,
  name: string,
  changes: Partial<Indicator> = {},
): Indicator {
  return {
    documentId,
    number: 1,
    name,
    unit: '%',
    group: '经济发展',
    baseYear: 2020,
    targetYear: 2025,
    base: '65.6',
    target: '75',
    change: '——',
    property: '预期性',
    note: null,
    tableTitle: '主要指标',
    lines: [1, 1],
    page: null,
    passageId: `${documentId}-${name}`,
    ...changes,
  };
}
