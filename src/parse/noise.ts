import { isPageMark, type Pages } from './pages.ts';
import { cleanLine, type SourceLine } from './source-line.ts';

/** What a website prints round a document. */
const SITE_FOOTERS = [
  /^扫码使用手机浏览本页内容$/,
  /^扫一扫.{0,20}$/,
  /^【?(?:打印|关闭|收藏|返回顶部)(?:本页|窗口|页面)?】?$/,
  /^分享到[:：]?$/,
  /^(?:上一篇|下一篇)[:：].*$/,
  /^(?:浏览|阅读|访问)(?:次数|量)[:：]?\s*\d*$/,
  /^(?:字体|字号)[:：]\s*[[【]?大.*$/,
];
const IMAGE = /^!?\[(?:image|图片)[:：\]]/i;
const HAS_HAN = /[\u4e00-\u9fff]/;

/** The lines that hold the document's own text: no page marks, pictures, site footers. */
export function readableLines(lines: readonly string[], pages: Pages): readonly SourceLine[] {
  const kept: SourceLine[] = [];
  let isPicture = false;
  lines.forEach((raw, index) => {
    const text = cleanLine(raw);
    if (text === '' || isPageMark(raw)) return;
    if (IMAGE.test(text)) {
      isPicture = true;
      return;
    }
    // Letters that character recognition saw in a picture go on until Chinese is spoken again.
    if (isPicture && !HAS_HAN.test(text)) return;
    isPicture = false;
    if (SITE_FOOTERS.some((footer) => footer.test(text))) return;
    kept.push({ number: index + 1, raw, text, page: pages.ofLine[index] ?? null });
  });
  return kept;
}
