import type { Report } from '../app.ts';
import type { DocumentInfo } from '../model.ts';
import { toPlainLine } from './plain-text.ts';

/** One group of a report, in words; the same in the terminal, the pages and Slack. */
export interface ReportLine {
  readonly title: string;
  /** How often, and what was said of it. */
  readonly details: readonly string[];
  /** Null where texts are not kept. */
  readonly question: string | null;
}

const MAX_DOCUMENTS = 3;

type Documents = readonly Pick<DocumentInfo, 'id' | 'shortTitle'>[];

/** What was asked, or where no text is kept, what it came near to. */
function titleOf(
  { question, documentIds }: Report['unanswered'][number],
  documents: Documents,
): string {
  if (question !== null) return toPlainLine(question);
  const titles = documents
    .filter(({ id }) => documentIds.includes(id))
    .map(({ shortTitle }) => shortTitle);
  if (titles.length === 0) return '（没有保存问题）';
  const more = titles.length > MAX_DOCUMENTS ? '等' : '';
  return `（没有保存问题；涉及${titles.slice(0, MAX_DOCUMENTS).join('、')}${more}）`;
}

export const unansweredLines = (
  { unanswered }: Report,
  documents: Documents,
): readonly ReportLine[] =>
  unanswered.map((group) => ({
    title: titleOf(group, documents),
    details: [`${group.count} 次`],
    question: group.question,
  }));

export const wrongLines = ({ wrong }: Report, documents: Documents): readonly ReportLine[] =>
  wrong.map((group) => {
    const reasons = Object.entries(group.reasons).map(([why, count]) => `${why} ${count} 次`);
    return {
      title: titleOf(group, documents),
      details: [
        [`${group.count} 次`, ...reasons].join('，'),
        ...group.comments.map((comment) => `“${toPlainLine(comment)}”`),
      ],
      question: group.question,
    };
  });
