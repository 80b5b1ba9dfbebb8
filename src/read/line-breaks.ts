const HAN_EDGE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”…—·]/u;
/** What ends a paragraph even where its program only broke the line. */
const FULL_STOP = /[。！？；：.!?;:][”’）)】]?$/u;
/** What begins one: an indent or a number. */
const START =
  /^(?:[\u3000\t]|\s{2,}|第[〇零一二三四五六七八九十百\d]+[篇章节条]|[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,3}[）)、．]|\d{1,3}\.(?!\d)|附件|专栏)/u;

/**
 * Paragraphs of a text in which lines were broken by hand: lines are put together again, unless the one
 * before has come to its end or the next one plainly begins anew.
 */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = [];
  for (const line of text.split('\n')) {
    const before = paragraphs.at(-1);
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (before === undefined || FULL_STOP.test(before) || START.test(line))
      paragraphs.push(trimmed);
    else paragraphs[paragraphs.length - 1] = joined(before, trimmed);
  }
  return paragraphs;
}

/** All lines as one; a blank stands between them only where neither edge is Chinese. */
export function onOneLine(text: string): string {
  if (!/[\r\n]/u.test(text)) return text;
  return text
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((before, line) => (before === '' ? line : joined(before, line)), '');
}

function joined(before: string, after: string): string {
  const isChinese = HAN_EDGE.test(before.slice(-1)) || HAN_EDGE.test(after.slice(0, 1));
  return isChinese ? `${before}${after}` : `${before} ${after}`;
}
