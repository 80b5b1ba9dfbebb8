import type { Line } from './lines.ts';
import { isCentred, type Paragraph, textOfLines } from './paragraphs.ts';

/** A heading is shorter than this and set larger than the text by this share, or heavy. */
const MAX_HEADING = 60;
const LARGER = 1.08;
const MAX_LEVEL = 6;

/** The size most characters of a document have, in points. */
export function bodySizeOf(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Levels by how a heading is set: larger before smaller, heavy before light; null for text. */
export function headingLevels(
  paragraphs: readonly Paragraph[],
  bodySize: number,
): (paragraph: Paragraph) => number | null {
  const isHeading = (paragraph: Paragraph): boolean => {
    const [line] = paragraph;
    const text = textOfLines(paragraph);
    const stands = text.length <= MAX_HEADING && !/[。；;，,：:]$/u.test(text);
    const isSet = line.size >= bodySize * LARGER || line.isBold;
    return stands && isSet && (isCentred(line) || line.x0 - line.left < 4 * line.size);
  };
  const weights = [...new Set(paragraphs.filter(isHeading).map(weightOf))].sort((a, b) => b - a);
  return (paragraph) =>
    isHeading(paragraph) ? Math.min(MAX_LEVEL, weights.indexOf(weightOf(paragraph)) + 1) : null;
}

/** Half a point of size counts, then the face. */
function weightOf([{ size, isBold }]: Paragraph): number {
  return Math.round(size * 2) * 2 + (isBold ? 1 : 0);
}
