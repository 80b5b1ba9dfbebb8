import { citedUrl } from '../channels/cited-url.ts';
import { titleInMarks } from '../channels/heading-words.ts';
import { NEAREST_LEAD } from '../channels/nearest-words.ts';
import { toPlainLine, toPlainText } from '../channels/plain-text.ts';
import type { Answer, Citation, Nearest } from '../model.ts';

/** 《title》第二章 … › 第三节 …，第17页: where it stands, in the form a paper wants it. */
export function sourcePlace({
  documentTitle,
  headingPath,
  page = null,
}: Pick<Citation, 'documentTitle' | 'headingPath'> & Partial<Pick<Citation, 'page'>>): string {
  const printed = page === null ? '' : `，第${page}页`;
  const headings = headingPath.map(toPlainLine).join(' › ');
  return `${titleInMarks(toPlainLine(documentTitle))}${headings}${printed}`;
}

/** 《title》chapter, page: “quote” link. */
export const citedSource = (citation: Citation): string =>
  `${sourcePlace(citation)}：“${toPlainLine(citation.quote)}” ${citedUrl(citation)}`;

const nearSource = (nearest: Nearest): string =>
  `“${toPlainLine(nearest.quote)}” ${sourcePlace(nearest)} ${nearest.url}`;

/** The answer as one pastes it into a message: without marks. */
export const unmarkedText = ({ answer }: Pick<Answer, 'answer'>): string =>
  toPlainText(answer)
    .replace(/(?:\[\d+\])+$/gmu, '')
    .trim();

export type Sourced = Pick<Answer, 'answer' | 'citations' | 'nearest'>;

/**
 * 复制带出处: the answer with its marks, and below it what each stands for; of one that was not found the quotations
 * that are near, said to be no answer. Plain text, one source a line.
 */
export function sourcedText({ answer, citations, nearest = [] }: Sourced): string {
  const sources = citations.map((citation) => `[${citation.n}] ${citedSource(citation)}`);
  const near = nearest.map((one) => `· ${nearSource(one)}`);
  return [
    toPlainText(answer).trim(),
    ...(sources.length > 0 ? ['', ...sources] : []),
    ...(near.length > 0 ? ['', NEAREST_LEAD, ...near] : []),
  ].join('\n');
}
