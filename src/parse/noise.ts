import { withoutFurniture } from './furniture.ts';
import type { Pages } from './pages.ts';
import { cleanLine, type SourceLine } from './source-line.ts';

const IMAGE = /^!?\[(?:image|图片)[:：\]]/i;
const HAS_HAN = /[\u4e00-\u9fff]/;

/** The lines that hold the document's own text: no page marks, running heads, pictures, page furniture. */
export function readableLines(lines: readonly string[], pages: Pages): readonly SourceLine[] {
  const kept: SourceLine[] = [];
  let isPicture = false;
  lines.forEach((raw, index) => {
    const text = cleanLine(raw);
    if (text === '' || pages.furniture.has(index)) return;
    if (IMAGE.test(text)) {
      isPicture = true;
      return;
    }
    // Letters that character recognition saw in a picture go on until Chinese is spoken again.
    if (isPicture && !HAS_HAN.test(text)) return;
    isPicture = false;
    kept.push({ number: index + 1, raw, text, page: pages.ofLine[index] ?? null });
  });
  return withoutFurniture(kept);
}
