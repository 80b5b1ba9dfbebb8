import type { DocumentInfo } from '../../model.ts';

/** How each document is called in a narrow place: by its region, or in full where two share one. */
export function documentLabels(documents: readonly DocumentInfo[]): ReadonlyMap<string, string> {
  const shared = (region: string): boolean =>
    documents.filter((document) => document.region === region).length > 1;
  return new Map(
    documents.map(({ id, region, shortTitle }) => [
      id,
      region === null || shared(region) ? shortTitle : region,
    ]),
  );
}
