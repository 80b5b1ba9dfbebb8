import { createColors } from 'picocolors';
import type { Answer, Citation } from '../../model.ts';
import { citedUrl } from '../cited-url.ts';
import { titleInMarks } from '../heading-words.ts';
import { toPlainLine, toPlainText } from '../plain-text.ts';
import { wrap } from './wrap.ts';

export interface AnswerLook {
  readonly colour: boolean;
  /** Columns; null leaves lines unwrapped, as for a file. */
  readonly width: number | null;
}

type Colours = ReturnType<typeof createColors>;

function placeOf(citation: Citation): string {
  const page = citation.page === null ? '' : `（第${citation.page}页）`;
  const title = titleInMarks(toPlainLine(citation.documentTitle));
  const headings = citation.headingPath.map(toPlainLine).join(' › ');
  return `${title} ${headings}`.trimEnd() + page;
}

function renderCitation(citation: Citation, look: AnswerLook, colours: Colours): string {
  const mark = `[${citation.n}] `;
  const indent = ' '.repeat(mark.length + 1);
  const place = wrap(placeOf(citation), look.width, indent);
  return [
    ` ${colours.cyan(mark)}${place.slice(indent.length)}`,
    wrap(`「${toPlainText(citation.quote)}」`, look.width, indent),
    indent + colours.dim(colours.underline(toPlainLine(citedUrl(citation)))),
  ].join('\n');
}

/** The answer, what it stands on, and what else to know, for a person at a terminal. */
export function renderAnswer(answer: Answer, look: AnswerLook): string {
  const colours = createColors(look.colour);
  const text = wrap(toPlainText(answer.answer), look.width);
  const parts = [answer.outcome === 'answered' ? colours.bold(text) : colours.yellow(text)];
  if (answer.citations.length > 0) {
    const sources = answer.citations.map((citation) => renderCitation(citation, look, colours));
    parts.push([colours.bold('依据'), ...sources].join('\n'));
  }
  if (answer.notes.length > 0) {
    const notes = answer.notes.map((note) => wrap(`说明：${toPlainLine(note)}`, look.width));
    parts.push(colours.dim(notes.join('\n')));
  }
  return `${parts.join('\n\n')}\n`;
}
