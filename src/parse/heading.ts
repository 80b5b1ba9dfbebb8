import { type Marker, readMarker } from './numbering.ts';

/** A text that begins like a heading; whether it is one, the order of the numbers decides. */
export interface HeadingCandidate {
  readonly marker: Marker;
  readonly title: string;
  /** The section's text follows the title in the same paragraph. */
  readonly isRunIn: boolean;
  readonly style: HeadingStyle;
}

/** What sets the title off: a line of its own, a full stop, a colon, a comma. */
export type HeadingStyle = 'line' | 'sentence' | 'colon' | 'clause';

const MAX_STANDALONE_TITLE = 80;
const STANDALONE = /^[^。；;！？]+$/;
const SENTENCE_TITLE = /^([^。；;！？]{1,45})。/;
const COLON_TITLE = /^([^。；;，,：:]{1,30})[：:]/;
const CLAUSE_TITLE = /^([^。；;，,：:]{2,30})[，,；;]/;
/** Unlike a numbered heading, 一是 opens as many clauses as headings: only a short phrase of its own counts. */
const PLAIN_PHRASE_TITLE = /^([^。；;，,：:]{2,30})。(?=.)/;

export function readHeading(text: string): HeadingCandidate | null {
  const marker = readMarker(text);
  if (marker === null || marker.rest === '') return null;
  if (marker.family.id === 'clause') return runIn(marker, PLAIN_PHRASE_TITLE, 'sentence');
  if (STANDALONE.test(marker.rest) && isShortTitle(marker)) {
    return { marker, title: collapse(marker.rest), isRunIn: false, style: 'line' };
  }
  if (marker.family.rank !== null) return null;
  return (
    runIn(marker, COLON_TITLE, 'colon') ??
    runIn(marker, SENTENCE_TITLE, 'sentence') ??
    runIn(marker, CLAUSE_TITLE, 'clause')
  );
}

/** An announcement ending in a colon, or a clause run in after one, is text. */
function isShortTitle(marker: Marker): boolean {
  const isRunInColon = marker.family.rank === null && COLON_TITLE.test(marker.rest);
  return marker.rest.length <= MAX_STANDALONE_TITLE && !isRunInColon;
}

function runIn(marker: Marker, pattern: RegExp, style: HeadingStyle): HeadingCandidate | null {
  const title = pattern.exec(marker.rest)?.[1];
  return title === undefined ? null : { marker, title: collapse(title), isRunIn: true, style };
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
