/** Escape sequences of terminals start with these; some others turn the direction of what follows on the screen. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Questions and documents are untrusted: nothing in them may steer what shows them. Line breaks and tabs stay. */
export function toPlainText(text: string): string {
  return text.replace(UNPRINTABLE, (character) => ('\n\t'.includes(character) ? character : ''));
}

export function toPlainLine(text: string): string {
  return toPlainText(text).replace(/\s+/gu, ' ').trim();
}
