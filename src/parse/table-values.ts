/** 左右, 以内 and the like belong to the figure before them. */
const SUFFIX = /^(?:左右|以上|以下|以内|之内|个百分点|％|%)/;
const FINISHED = /(?:\d[%％\]〕］]?|左右|以上|以下|以内|之内|个百分点)$/;
const NOT_SET = /^—{1,2}$/;

/**
 * Splits what stands between the name and the property of a row into `count` cells.
 * Spaces part cells and words alike and line ends part cells and halves of a word alike, so a new cell is
 * recognised by what it begins with: `——`, a figure after a finished value, words after a finished value.
 */
export function splitValues(text: string, count: number): readonly string[] {
  const cells: string[] = [];
  let isAfterSpace = false;
  for (const token of text.split(/(\s+)/)) {
    if (/^\s*$/.test(token)) {
      if (token !== '') isAfterSpace = !token.includes('\n');
      continue;
    }
    const open = cells.at(-1);
    if (open === undefined || startsCell(open, token)) cells.push(token);
    else cells[cells.length - 1] = `${open}${isAfterSpace ? ' ' : ''}${token}`;
  }
  return [...cells, ...Array.from({ length: Math.max(0, count - cells.length) }, () => '')];
}

function startsCell(open: string, token: string): boolean {
  if (NOT_SET.test(token) || NOT_SET.test(open)) return true;
  // A figure after words that are not finished is part of the wording: 保持并稳定在 25.
  return !SUFFIX.test(token) && FINISHED.test(open);
}
