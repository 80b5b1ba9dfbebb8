/** A text as filters compare it, on the server and in the browser: one width, lower case, no spaces or quotation marks. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”‘’"'「」『』]+/gu, '');

/** Whether a text holds all words of a filter, wherever they stand. */
export function holdsWords(text: string, filter: string): boolean {
  const held = comparable(text);
  return filter.split(/\s+/u).every((word) => held.includes(comparable(word)));
}
