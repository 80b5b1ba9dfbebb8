import { toPlainLine } from '../../plain-text.ts';

/** What formats, links or mentions in markdown becomes its full-width likeness. */
const LIKENESS: Readonly<Record<string, string>> = {
  '\\': '＼',
  '`': '｀',
  '*': '＊',
  _: '＿',
  '~': '～',
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '&': '＆',
  '|': '｜',
  '@': '＠',
};

/** Keeps apart what would be read as one, and is not seen. */
const BREAK = '\u200b';

/** Slack makes links of bare addresses too: `https://…`, `www.…`, `example.com`. */
const IN_ADDRESSES = /:(?=\/\/)|(?<=[a-z\d])\.(?=[a-z])/giu;

/** Headings, lists, quotations and rules begin a line. */
const OPENING = /^(?=[-+#=]|\d+[.)](?: |$))/u;

/** Any text as one line of markdown that formats nothing, links nowhere and mentions nobody. */
export const toInertMarkdown = (text: string): string =>
  toPlainLine(text)
    .replace(/[\\`*_~[\]<>&|@]/gu, (character) => LIKENESS[character] ?? character)
    .replace(IN_ADDRESSES, (mark) => `${mark}${BREAK}`)
    .replace(OPENING, BREAK);
