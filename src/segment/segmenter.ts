/** Cuts Chinese text into words. */
export interface Segmenter {
  /** Names library, mode and dictionary; an index built with another one is stale. */
  readonly id: string;
  /** Words of normalised text in order, overlapping ones included (search mode). */
  words(text: string): string[];
}
