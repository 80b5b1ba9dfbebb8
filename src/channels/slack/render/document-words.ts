import type { DocumentInfo, Passage } from '../../../model.ts';
import { titleInMarks } from '../../heading-words.ts';
import { toPlainLine } from '../../plain-text.ts';

/** 2021-06-17 as 2021年6月17日. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Number and date of issue, as far as the document says them. */
export const issueWords = ({ documentNumber, issuedOn }: DocumentInfo): string =>
  [documentNumber ?? '', issuedOn === null ? '' : `${chineseDate(issuedOn)}印发`]
    .filter((part) => part !== '')
    .join(' · ');

/** The numbers of chapter and section are how such documents are cited. */
const NUMBERED = /^第[〇零一二三四五六七八九十百\d]+[编篇章节]/u;

/** 《…》第二章第三节，主要指标（第17页）: a citation to be copied. */
export function citationWords(
  { title }: DocumentInfo,
  { headingPath, page }: Pick<Passage, 'headingPath' | 'page'>,
): string {
  const numbers = headingPath.map((heading) => NUMBERED.exec(heading)?.[0] ?? '').join('');
  const last = headingPath.at(-1);
  const named = last === undefined || NUMBERED.test(last) ? '' : last;
  return [
    titleInMarks(toPlainLine(title)),
    numbers,
    numbers !== '' && named !== '' ? '，' : '',
    toPlainLine(named),
    page === null ? '' : `（第${page}页）`,
  ].join('');
}
