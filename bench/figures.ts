import { createRandom } from './random.ts';

const DATE_OR_NUMBER = /(?:19|20)\d{2}-\d{2}-\d{2}|\d+(?:\.\d+)?/gu;

/** Characters looked at on either side of a number. */
const NEIGHBOURHOOD = 8;

/** What makes a number part of the structure, or of a name, rather than a figure. */
interface KeptNumber {
  readonly number?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const KEPT_NUMBERS: readonly KeptNumber[] = [
  { number: /^(?:(?:19|20)\d{2}|.+-.+)$/u },
  { number: /^\d{1,2}$/u, after: /^\s*[年月日届次号岁]/u },
  { number: /^\d{1,2}$/u, before: /[（(]\s*$/u, after: /^\s*[）)]/u },
  { number: /^\d{1,2}$/u, after: /^\s*[.．、](?!\d)/u },
  { before: /(?:专栏|图|表|第)\s*$/u },
  { before: /—\s*$/u, after: /^\s*—/u },
  { before: /[“"\p{Script=Latin}]$/u },
  { after: /^\p{Script=Latin}/u },
];

/**
 * Other figures in the same places: every digit of a figure is drawn anew, its length and point stay. Years,
 * dates, ordinals of headings, rows and panels, page marks and names (5G, PM2.5) are kept.
 */
export function perturbFigures(text: string, seed: number): string {
  const random = createRandom(seed);
  return text.replace(DATE_OR_NUMBER, (number: string, offset: number) => {
    const end = offset + number.length;
    const before = text.slice(Math.max(0, offset - NEIGHBOURHOOD), offset);
    const after = text.slice(end, end + NEIGHBOURHOOD);
    const isKept = KEPT_NUMBERS.some(
      (kept) =>
        (kept.number?.test(number) ?? true) &&
        (kept.before?.test(before) ?? true) &&
        (kept.after?.test(after) ?? true),
    );
    return isKept ? number : drawDigits(number, random);
  });
}

/** A leading zero stays and no other digit becomes one, so that a figure keeps its size. */
function drawDigits(number: string, random: () => number): string {
  return number.replace(/\d/gu, (digit, at: number) =>
    at === 0 && digit === '0' ? digit : String(1 + Math.floor(random() * 9)),
  );
}
