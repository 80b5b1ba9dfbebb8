import type { Hit } from '../model.ts';

export interface FusionOptions {
  /** `k` of reciprocal rank fusion: larger flattens the difference between ranks. 60 in Cormack et al. 2009. */
  readonly rankConstant: number;
}

export const defaultFusionOptions: FusionOptions = { rankConstant: 60 };

export interface RankedList {
  readonly hits: readonly Hit[];
  /** Share of this list in the sum; 0 leaves it out. */
  readonly weight: number;
}

/** Reciprocal rank fusion on passage id. Equal sums are ordered by passage id, so that the order is one. */
export function fuse(lists: readonly RankedList[], options = defaultFusionOptions): Hit[] {
  const fused = new Map<string, { hit: Hit; score: number }>();
  for (const { hits, weight } of lists) {
    if (weight === 0) continue;
    for (const [index, hit] of hits.entries()) {
      const share = weight / (options.rankConstant + index + 1);
      const known = fused.get(hit.passage.id);
      fused.set(hit.passage.id, { hit, score: (known?.score ?? 0) + share });
    }
  }
  return [...fused.values()]
    .map(({ hit, score }) => ({ passage: hit.passage, score }))
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}
