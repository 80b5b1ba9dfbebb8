import type { TaggedWord } from '../segment/segmenter.ts';

const NATURE_OR_TOWN = /^.+[湖河江泉山岭峪湾岛库镇村]$/u;

/**
 * Waters, hills, towns and villages that the documents speak of; they have no plan of their own.
 * @param names of what has one, or governs itself
 */
export const placesIn = (
  words: readonly TaggedWord[],
  names: readonly string[],
  isKnown: (word: string) => boolean,
): string[] =>
  words
    .filter(({ word, tag }) => tag === 'ns' && NATURE_OR_TOWN.test(word) && isKnown(word))
    .map(({ word }) => word)
    .filter((word) => names.every((name) => !name.includes(word) && !word.includes(name)));
