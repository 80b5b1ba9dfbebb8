const HAN = '[\\p{Script=Han}\\u3001-\\u301f\\uff00-\\uffef“”‘’—…·]';
const BROKEN = new RegExp(`(?<=${HAN})[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=${HAN})`, 'gu');
/** Blanks that set paragraphs apart where no element does. */
const PARAGRAPH_GAP =
  /(?<=[。！？；：”）])(?:[ \u00a0]*\u3000){2,}[ \u00a0\u3000]*|(?<=[。！？；])\u00a0{4,}/u;

/** Programs set the text of a list off its number; 一、 and （一） need no blank. */
const NUMBER_GAP =
  /(?<=^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]))[ \u3000]+/u;

/** Text as a browser shows it: lines of the source are no lines of the page. */
export function shownText(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(BROKEN, '')
    .replace(/[\s\u00a0]+/gu, (blanks) => (blanks.includes('\u3000') ? '\u3000' : ' '))
    .trim()
    .replace(NUMBER_GAP, '');
}

/** Paragraphs of a text that only blanks part. */
export function paragraphsIn(text: string): string[] {
  return text
    .split(PARAGRAPH_GAP)
    .map(shownText)
    .filter((part) => part !== '');
}
