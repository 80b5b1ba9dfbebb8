import type { DraftClaim, Evidence } from '../draft.ts';
import { speaksOfPlaces } from '../propose.ts';
import type { Vocabulary } from '../prove/statement-guard.ts';
import { choosePassages, type ReadPart } from './choose-passages.ts';
import { type EvidenceItem, itemsOf } from './evidence-items.ts';

/** All that a model is given to read, and what its words are held against. */
export interface Matter {
  readonly parts: readonly ReadPart[];
  readonly items: readonly EvidenceItem[];
  /** Of all parts together. */
  readonly evidence: Evidence;
  readonly vocabulary: Vocabulary;
  /** Said to the model beside question and evidence. */
  readonly beside: Readonly<Record<string, unknown>>;
}

/** @param maxChars of the evidence */
export function matterOf(
  parts: readonly [ReadPart, ...ReadPart[]],
  maxChars: number,
  beside: Matter['beside'],
): Matter {
  const [{ evidence: first }] = parts;
  const hits = parts.flatMap(({ evidence }) => evidence.hits);
  return {
    parts,
    items: itemsOf(choosePassages(parts, maxChars)),
    evidence: { ...first, hits },
    vocabulary: {
      documents: first.documents,
      segmenter: first.index.segmenter,
      words: first.index.words,
      concepts: parts.flatMap(({ evidence }) => evidence.query.concepts),
    },
    beside,
  };
}

/** Whether claims are of the places that one of the questions names. */
export const isOfPlaces = (claims: readonly DraftClaim[], { parts }: Matter): boolean =>
  parts.some(({ evidence }) => speaksOfPlaces({ claims }, evidence));
