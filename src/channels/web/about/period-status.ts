/** Where a document's years stand on a day (ISO 8601), as it is said of them. */
export function periodStatus(
  [from, to]: readonly [from: number, to: number],
  today: string,
): string {
  const years = from === to ? `${from}年` : `${from}—${to}年`;
  const year = Number(today.slice(0, 4));
  if (year < from) return `${years}，还没有开始`;
  if (year > to) return `${years}，已在${to}年底结束`;
  if (from === to) return `${years}，就是今年`;
  return year === to ? `${years}，今年是最后一年` : `${years}，正在规划期内`;
}

/** The day it is where the documents are from. */
export const dayInChina = (now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
