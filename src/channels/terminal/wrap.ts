/** East Asian Wide and Fullwidth, and emoji: two columns on a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const ZERO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** A word of Latin letters or figures with its marks, a run of spaces, or one character. */
const PIECE = /[!-~]+|[^\S\n]+|[^\n]/gu;
const NEVER_FIRST = /^[，。、；：？！）》」』】〉”’％…—]/u;
const NEVER_LAST = /[（《「『【〈“‘]$/u;

/** Columns the text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (WIDE.test(character)) width += 2;
    else if (!ZERO_WIDTH.test(character)) width += 1;
  }
  return width;
}

/** Pieces that may stand at the start of a line: closing marks stay with what they close. */
function toUnits(line: string): string[] {
  const units: string[] = [];
  for (const piece of line.match(PIECE) ?? []) {
    const last = units.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last))) {
      units[units.length - 1] = last + piece;
    } else {
      units.push(piece);
    }
  }
  return units;
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const unit of toUnits(line)) {
    const unitWidth = displayWidth(unit);
    if (used > 0 && used + unitWidth > width) {
      lines.push(current.trimEnd());
      current = '';
      used = 0;
      if (unit.trim() === '') continue;
    }
    current += unit;
    used += unitWidth;
  }
  return [...lines, current.trimEnd()];
}

/**
 * Lines no wider than `width` columns, each after `indent`. A single word wider than that, such as a link,
 * is left whole. A width of null leaves the lines as they are.
 */
export function wrap(text: string, width: number | null, indent = ''): string {
  const room = width === null ? null : Math.max(width - displayWidth(indent), 10);
  return text
    .split('\n')
    .flatMap((line) => (room === null ? [line] : wrapLine(line, room)))
    .map((line) => indent + line)
    .join('\n');
}
