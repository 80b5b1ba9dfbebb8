import type { types } from '@slack/bolt';
import type { ReportLine } from '../../report-words.ts';
import { context, divider, header, linkIf, paragraph, strong, words } from './blocks.ts';
import { shorten } from './split-text.ts';

/** What people did not get, for those who look after the documents. */
export interface HomeReport {
  readonly days: number;
  readonly asked: number;
  readonly unanswered: readonly ReportLine[];
  readonly wrong: readonly ReportLine[];
  /** Where answers to it are written; null where there is no page to lead to. */
  readonly url: string | null;
}

/** Of each kind; all stand on the page. */
const MAX_LINES = 6;
const MAX_TITLE_CHARS = 120;
const MAX_DETAIL_CHARS = 160;
const MAX_DETAILS = 3;

export const reportBlocks = ({
  days,
  asked,
  unanswered,
  wrong,
  url,
}: HomeReport): types.KnownBlock[] => [
  divider,
  header('没问到的问题'),
  context(`最近 ${days} 天，共问 ${asked} 次。这里不含是谁问的。`),
  linesBlock('没有答上的', unanswered),
  linesBlock('标为没帮助的', wrong),
  ...(url === null ? [] : [paragraph(linkIf(url, '查看全部，为它们写答案'))]),
];

function linesBlock(title: string, lines: readonly ReportLine[]): types.RichTextBlock {
  const more = lines.length > MAX_LINES ? `\n另有 ${lines.length - MAX_LINES} 个。` : '';
  const told = lines.slice(0, MAX_LINES).map(lineText).join('');
  return paragraph(strong(title), words(lines.length === 0 ? '\n没有。' : told + more));
}

const lineText = ({ title, details }: ReportLine): string =>
  [
    `\n• ${shorten(title, MAX_TITLE_CHARS)}`,
    ...details.slice(0, MAX_DETAILS).map((detail) => `　${shorten(detail, MAX_DETAIL_CHARS)}`),
  ].join('\n');
