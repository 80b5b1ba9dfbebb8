export interface TaggedWord {
  readonly word: string;
  /** Part of speech in jieba's letters: n noun, ns place, nt organisation, v verb, m numeral, r pronoun … */
  readonly tag: string;
}

/** Cuts Chinese text into words. */
export interface Segmenter {
  /** Names library, mode and dictionary; an index built with another one is stale. */
  readonly id: string;
  /** Words of normalised text in order, overlapping ones included (search mode): what is indexed. */
  words(text: string): string[];
  /** Words of normalised text in order, none overlapping, with their part of speech: what is understood. */
  tagged(text: string): TaggedWord[];
}
