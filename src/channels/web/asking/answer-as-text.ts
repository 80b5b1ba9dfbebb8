import type { Answer, Citation } from '../../../model.ts';
import { citedUrl } from '../../cited-url.ts';
import { titleInMarks } from '../../heading-words.ts';

/** The answer as one pastes it into a message: without marks. */
export const plainText = ({ answer }: Pick<Answer, 'answer'>): string =>
  answer.replace(/\[\d+\]/gu, '').trim();

/** 《title》第二章 … › 第三节 …，第17页. */
export function citedPlace({ documentTitle, headingPath, page }: Citation): string {
  const printed = page === null ? '' : `，第${page}页`;
  return `${titleInMarks(documentTitle)}${headingPath.join(' › ')}${printed}`;
}

/** The answer with its marks, and below it what each stands for. */
export const sourcedText = ({ answer, citations }: Pick<Answer, 'answer' | 'citations'>): string =>
  [
    answer.trim(),
    '',
    ...citations.map(
      (citation) =>
        `[${citation.n}] ${citedPlace(citation)}：“${citation.quote.replace(/\s*\n\s*/gu, ' ')}” ${citedUrl(citation)}`,
    ),
  ].join('\n');
