import type { Citation } from '../model.ts';

/** A run of words, or the mark of a citation. */
export type MarkedPiece = string | Citation;

/** A line of an answer cut at its marks; a number in brackets that is no mark of this answer stays text. */
export function markedPieces(line: string, citations: readonly Citation[]): readonly MarkedPiece[] {
  return line
    .split(/(\[\d+\])/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const n = Number(/^\[(\d+)\]$/u.exec(piece)?.[1]);
      return citations.find((citation) => citation.n === n) ?? piece;
    });
}
