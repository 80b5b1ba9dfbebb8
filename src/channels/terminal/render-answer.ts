import { createColors } from 'picocolors';
import type { Answer, Citation, Nearest } from '../../model.ts';
import { citedUrl } from '../cited-url.ts';
import { titleInMarks } from '../heading-words.ts';
import { NEAREST_LEAD, NEAREST_ONE, NEXT_LEAD, nearestShown } from '../nearest-words.ts';
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

const INDENT = '  ';

function renderNearest(answer: Answer, look: AnswerLook, colours: Colours): string[] {
  const { first, others } = nearestShown(answer);
  const render = (
    { documentTitle, headingPath, quote, url }: Nearest,
    isLarge: boolean,
  ): string => {
    const headings = headingPath.map(toPlainLine).join(' › ');
    const said = wrap(`「${toPlainText(quote)}」`, look.width, INDENT);
    return [
      isLarge ? colours.bold(said) : said,
      wrap(`${titleInMarks(toPlainLine(documentTitle))} ${headings}`.trimEnd(), look.width, INDENT),
      INDENT + colours.dim(colours.underline(toPlainLine(url))),
    ].join('\n');
  };
  return [
    ...(first ? [[NEAREST_ONE, render(first, true)].join('\n')] : []),
    ...(others.length > 0
      ? [
          [
            first ? '其他接近的几处：' : NEAREST_LEAD,
            ...others.map((one) => render(one, false)),
          ].join('\n'),
        ]
      : []),
  ];
}

/** The answer, what it stands on, and what else to know, for a person at a terminal. */
export function renderAnswer(answer: Answer, look: AnswerLook): string {
  const colours = createColors(look.colour);
  const text = wrap(toPlainText(answer.answer), look.width);
  const isSaid = answer.outcome === 'answered' || answer.outcome === 'guide';
  const parts = [isSaid ? colours.bold(text) : colours.yellow(text)];
  if (answer.citations.length > 0) {
    const sources = answer.citations.map((citation) => renderCitation(citation, look, colours));
    parts.push([colours.bold('依据'), ...sources].join('\n'));
  }
  parts.push(...renderNearest(answer, look, colours));
  if (answer.notes.length > 0) {
    const notes = answer.notes.map((note) => wrap(`说明：${toPlainLine(note)}`, look.width));
    parts.push(colours.dim(notes.join('\n')));
  }
  if (answer.model !== undefined)
    parts.push(
      colours.dim(
        wrap(
          `由语言模型（${toPlainLine(answer.model)}）根据原文组织文字，每句都与原文核对过。`,
          look.width,
        ),
      ),
    );
  const { suggestions = [] } = answer;
  if (suggestions.length > 0)
    parts.push(
      [
        NEXT_LEAD,
        ...suggestions.map((one) => wrap(`· ${toPlainLine(one)}`, look.width, INDENT)),
      ].join('\n'),
    );
  return `${parts.join('\n\n')}\n`;
}
