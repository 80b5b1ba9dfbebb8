import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { NEAREST_LEAD } from '../channels/nearest-words.ts';
import { toPlainLine } from '../channels/plain-text.ts';
import type { Answer } from '../model.ts';
import { Footnotes } from './footnotes.ts';
import { markedPieces } from './marked-pieces.ts';
import { wordRuns } from './word-text.ts';

/** What of an answer goes into a file. */
export type ExportedAnswer = Pick<
  Answer,
  'question' | 'answer' | 'citations' | 'nearest' | 'notes' | 'model'
>;

export interface WordFile {
  /** Left out for 有据问答. */
  readonly title?: string;
  /** Questions with their answers, in the order they were asked. */
  readonly answers: readonly ExportedAnswer[];
  /** When it is made; the file says the day in China. */
  readonly now: Date;
}

const DEFAULT_TITLE = '有据问答';
const MAX_TITLE_CHARS = 80;
const REMARK = '由有据根据文件原文整理，每句话的出处见脚注。引用前请打开链接核对原文。';

/** Named runs of letters of each script, as Chinese offices set their papers. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const HEADING_FONT = { ...FONT, eastAsia: '黑体' };

/** Sizes in half points, spacing in twentieths of a point. */
const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: 24 }, paragraph: { spacing: { line: 360, after: 80 } } },
    title: {
      run: { font: HEADING_FONT, size: 36, bold: false },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 120 } },
    },
    heading1: {
      run: { font: HEADING_FONT, size: 28, color: '000000', bold: false },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    footnoteText: { run: { font: FONT, size: 18 }, paragraph: { spacing: { line: 260 } } },
    hyperlink: { run: { color: '1F5FA8', underline: {} } },
  },
};

const SMALL = { size: 20, color: '555555' };
/** A4, with the margins of an office paper, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_700, bottom: 1_700, left: 1_587, right: 1_587 },
};

/** Questions and answers as a Word file (docx): each answer's sources are footnotes. */
export async function wordFile({ title, answers, now }: WordFile): Promise<Uint8Array> {
  const footnotes = new Footnotes();
  const heading = titleOf(title);
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: wordRuns(heading) }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: wordRuns(`${dayOf(now)} · 共 ${answers.length} 问`, SMALL),
    }),
    ...answers.flatMap((answer) => answerParagraphs(answer, footnotes)),
    new Paragraph({ spacing: { before: 480 }, children: wordRuns(REMARK, SMALL) }),
  ];
  const file = new Document({
    title: heading,
    creator: '有据',
    styles: STYLES,
    footnotes: footnotes.all(),
    sections: [{ properties: { page: PAGE }, footers: { default: pageNumbers() }, children }],
  });
  return Packer.toBuffer(file);
}

const titleOf = (title = ''): string =>
  [...toPlainLine(title)].slice(0, MAX_TITLE_CHARS).join('') || DEFAULT_TITLE;

const dayOf = (now: Date): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(now);

/** What a browser or Slack saves it as. */
export const wordFileName = (title?: string): string =>
  `${titleOf(title).replace(/[\\/:*?"<>|]/gu, '')}.docx`;

function answerParagraphs(answer: ExportedAnswer, footnotes: Footnotes): Paragraph[] {
  const { question, citations, nearest = [], notes, model } = answer;
  const lines = answer.answer.split('\n').filter((line) => line.trim() !== '');
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: wordRuns(toPlainLine(question)),
    }),
    ...lines.map(
      (line) =>
        new Paragraph({
          children: markedPieces(line, citations).flatMap((piece) =>
            typeof piece === 'string' ? wordRuns(piece) : footnotes.cite(piece),
          ),
        }),
    ),
    ...(nearest.length > 0 ? [new Paragraph({ children: wordRuns(NEAREST_LEAD) })] : []),
    ...nearest.map(
      (one) =>
        new Paragraph({
          indent: { left: 480 },
          children: [...wordRuns(`“${toPlainLine(one.quote)}”`), footnotes.citePlace(one)],
        }),
    ),
    ...notes.map(
      (note) => new Paragraph({ children: wordRuns(`说明：${toPlainLine(note)}`, SMALL) }),
    ),
    ...(model === undefined
      ? []
      : [
          new Paragraph({
            children: wordRuns(`由语言模型（${model}）根据原文组织文字，每句都附有出处。`, SMALL),
          }),
        ]),
  ];
}

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
            ...SMALL,
          }),
        ],
      }),
    ],
  });
