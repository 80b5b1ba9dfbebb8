import { type IRunOptions, TextRun } from 'docx';
import { toPlainText } from '../channels/plain-text.ts';

/** XML has no place for these two, however they are written. */
const NO_CHARACTERS = /[\ufffe\uffff]/gu;

/** Untrusted words as Word takes them; a line break is one in Word too. */
export function wordRuns(
  text: string,
  look: Omit<IRunOptions, 'text' | 'children'> = {},
): TextRun[] {
  return toPlainText(text)
    .replace(NO_CHARACTERS, '')
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }));
}
