import type { Passage } from '../../model.ts';

/** The lines of a passage that say something; of an outline its heading, then those right under it. */
export const linesOf = ({ quotable }: Passage): string[] =>
  quotable
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether a paragraph is one of an enumeration set with dashes (——…). */
export const isDashed = ({ kind, quotable }: Passage): boolean =>
  kind === 'text' && /^\s*[—–-]{2}/u.test(quotable);
