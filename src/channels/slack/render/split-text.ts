/** Between what is shown of a text and what is left out. */
export const ELLIPSIS = '……';

/** Ends a piece: a sentence with what closes it and all of its marks, or a line. */
const BOUND = /[。；][”’」』）】》]*(?: ?\[\d+\])*(?! ?\[\d)|\n/gu;

/**
 * Consecutive pieces that put together are the text, each at most `maxChars` UTF-16 units (2 or more): cut
 * after 。；or a line break, and where none fits between two code points.
 */
export function splitText(text: string, maxChars: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > maxChars) {
    const piece = sentencesOf(rest, maxChars) ?? wholeCharacters(rest, maxChars);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** As much as ends with a sentence or a line; undefined where not one fits. */
function sentencesOf(text: string, maxChars: number): string | undefined {
  const ends = [...text.matchAll(BOUND)].map(({ index, 0: bound }) => index + bound.length);
  const end = ends.findLast((each) => each <= maxChars);
  return end === undefined ? undefined : text.slice(0, end);
}

/** The beginning of a text that is longer than `maxChars`, with …… after it. */
export const shorten = (text: string, maxChars: number): string =>
  text.length <= maxChars
    ? text
    : wholeCharacters(text, maxChars - ELLIPSIS.length).trimEnd() + ELLIPSIS;

const wholeCharacters = (text: string, maxChars: number): string =>
  text.slice(0, /[\ud800-\udbff]/u.test(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars);
