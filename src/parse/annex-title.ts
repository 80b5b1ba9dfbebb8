import { readMarker } from './numbering.ts';
import { joinParagraphs, type Paragraph } from './paragraph.ts';
import type { Unit } from './units.ts';

/** 附件 or 附件2 alone on a line: its title is on the next. */
const BARE = /^附\s*[件录]\s*[\d一二三四五六七八九十]*\s*[：:]?$/u;
const MAX_TITLE = 60;
const TEXT_MARK = /[。；，：！？]/u;
/** （共130项）under the title. */
const BRACKET_LINE = /^[（(][^（）()]{1,30}[）)]$/u;

export function isBareAnnex(text: string): boolean {
  return BARE.test(text);
}

/** Puts the title of an annex on the line of its number. */
export function joinAnnexTitles(units: readonly Unit[]): readonly Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    const head = last?.type === 'paragraph' ? last.paragraph : null;
    if (unit.type === 'paragraph' && head !== null && goesOn(head, unit.paragraph)) {
      joined[joined.length - 1] = {
        type: 'paragraph',
        paragraph: joinParagraphs(head, unit.paragraph),
      };
    } else joined.push(unit);
  }
  return joined;
}

function goesOn(head: Paragraph, next: Paragraph): boolean {
  if (BARE.test(head.text)) return isTitle(next.text);
  const marker = readMarker(head.text);
  return marker?.family.id === 'annex' && head.wraps.length > 1 && BRACKET_LINE.test(next.text);
}

function isTitle(text: string): boolean {
  return text.length <= MAX_TITLE && !TEXT_MARK.test(text) && readMarker(text) === null;
}
