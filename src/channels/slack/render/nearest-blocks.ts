import type { types } from '@slack/bolt';
import type { Answer, Nearest } from '../../../model.ts';
import { NEAREST_LEAD, NEAREST_ONE, NEXT_LEAD, nearestShown } from '../../nearest-words.ts';
import { askNext, openSource } from './actions.ts';
import {
  button,
  buttons,
  context,
  header,
  linkIf,
  type Piece,
  paragraph,
  strong,
  words,
} from './blocks.ts';
import { placeLine, type SourcesSetting } from './sources.ts';
import { shorten } from './split-text.ts';

const MAX_QUOTE_CHARS = 160;
const MAX_LARGE_CHARS = 150;
const MOST = 5;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** Document and chapter, linked where there is a reader. */
const placePiece = (one: Nearest, { hasPublicUrl, documents }: SourcesSetting): Piece =>
  linkIf(hasPublicUrl ? one.url : null, placeLine({ ...one, page: null }, documents));

/** Quotations that are near what was asked, with their places; none under an answer. */
export function nearestBlocks(
  answer: Answer,
  setting: SourcesSetting,
): readonly (readonly types.KnownBlock[])[] {
  const { first, others } = nearestShown(answer);
  const listed = others.slice(0, MOST);
  const shown = first ? [first, ...listed] : listed;
  if (shown.length === 0) return [];
  const large = first
    ? [
        context(NEAREST_ONE),
        header(shorten(oneLine(first.quote), MAX_LARGE_CHARS)),
        paragraph(placePiece(first, setting)),
      ]
    : [];
  const small =
    listed.length === 0
      ? []
      : [
          paragraph(
            strong(first ? '其他接近的几处：' : NEAREST_LEAD),
            ...listed.flatMap((one): Piece[] => [
              words('\n· '),
              placePiece(one, setting),
              words(`\n「${shorten(oneLine(one.quote), MAX_QUOTE_CHARS)}」`),
            ]),
          ),
        ];
  const opened = shown.map(({ documentId, passageId }, at) =>
    button(
      shown.length === 1 ? '查看原文' : `查看第 ${at + 1} 处`,
      openSource,
      { documentId, passageId, line: 1, ranges: [] },
      at + 1,
    ),
  );
  return [[...large, ...small, buttons(opened)]];
}

/** Questions to go on with: to press where the conversation goes on, else to read. */
export function suggestionBlocks(
  { suggestions = [] }: Answer,
  canPress: boolean,
): readonly types.KnownBlock[] {
  if (suggestions.length === 0) return [];
  if (!canPress) return [context(`${NEXT_LEAD}${suggestions.map((one) => `“${one}”`).join(' ')}`)];
  const pressed = suggestions.map((question, at) =>
    button(question, askNext, { question }, at + 1),
  );
  return [context(NEXT_LEAD), buttons(pressed)];
}

/** The same in words, for whoever sees no blocks. */
export function nearestLines(answer: Answer, { documents }: SourcesSetting): string[] {
  const { first, others } = nearestShown(answer);
  const lineOf = (one: Nearest): string =>
    `${placeLine({ ...one, page: null }, documents)}「${oneLine(one.quote)}」`;
  return [
    ...(first ? [NEAREST_ONE, lineOf(first)] : []),
    ...(others.length > 0 ? [first ? '其他接近的几处：' : NEAREST_LEAD] : []),
    ...others.map(lineOf),
  ];
}
