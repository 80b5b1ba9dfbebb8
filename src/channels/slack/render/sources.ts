import type { types } from '@slack/bolt';
import type { Citation, DocumentInfo } from '../../../model.ts';
import { citedUrl } from '../../cited-url.ts';
import { openSource } from './actions.ts';
import { button, buttons, linkIf, type Piece, paragraph, strong, words } from './blocks.ts';
import { placeOfCitation } from './quote-ranges.ts';
import { shorten } from './split-text.ts';

export interface SourcesSetting {
  /** Only then do sources link to the reader. */
  readonly hasPublicUrl: boolean;
  readonly documents: readonly DocumentInfo[];
}

/** Shown together: a list and its buttons. */
const SOURCES_TOGETHER = 10;
/** With more sources each is shown shorter. */
const FEW_SOURCES = 5;
const MAX_TITLE_CHARS = 60;
const MAX_HEADING_CHARS = 24;

export const shortTitleOf = (
  { documentId, documentTitle }: Pick<Citation, 'documentId' | 'documentTitle'>,
  documents: readonly DocumentInfo[],
): string => documents.find(({ id }) => id === documentId)?.shortTitle ?? documentTitle;

/** Document · chapter · page. */
export function placeLine(
  citation: Pick<Citation, 'documentId' | 'documentTitle' | 'headingPath' | 'page'>,
  documents: readonly DocumentInfo[],
): string {
  const { headingPath, page } = citation;
  return [
    shorten(shortTitleOf(citation, documents), MAX_TITLE_CHARS),
    headingPath.map((heading) => shorten(heading, MAX_HEADING_CHARS)).join(' › '),
    page === null ? '' : `第${page}页`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Quotes by their beginning; the whole of each is in the modal its button opens. */
export function sourceBlocks(
  citations: readonly Citation[],
  { hasPublicUrl, documents }: SourcesSetting,
): readonly (readonly types.KnownBlock[])[] {
  const maxQuoteChars = citations.length <= FEW_SOURCES ? 80 : 40;
  const listed = (citation: Citation): Piece[] => [
    words(`\n[${citation.n}] `),
    linkIf(hasPublicUrl ? citedUrl(citation) : null, placeLine(citation, documents)),
    words(`\n「${shorten(citation.quote.replace(/\s+/gu, ' '), maxQuoteChars)}」`),
  ];
  const groups: Citation[][] = [];
  for (let at = 0; at < citations.length; at += SOURCES_TOGETHER)
    groups.push(citations.slice(at, at + SOURCES_TOGETHER));
  return groups.map((group) => [
    paragraph(strong('依据'), ...group.flatMap(listed)),
    buttons(
      group.map((citation) => {
        const label = citations.length === 1 ? '查看原文' : `查看原文 [${citation.n}]`;
        return button(label, openSource, placeOfCitation(citation), citation.n);
      }),
    ),
  ]);
}
