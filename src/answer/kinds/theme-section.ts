import { conceptIn, headingShare } from '../../retrieve/matching.ts';
import type { Concept, Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Evidence } from '../draft.ts';
import { type Section, sectionsOf } from './sections.ts';

/** What a section's own words before its parts count beside its heading. */
const INTRO_SHARE = 0.7;
const PARTS_SHARE = 0.5;
const FOUND_FROM = 0.35;
const HALF = 0.5;
/** Below this a section is about something else. */
const MIN_SCORE = 0.5;
const MIN_TITLE_SHARE = 0.25;
const MIN_PARTS_SHARE = 0.3;
/** For being of the size that the question names: 章, 节. */
const RIGHT_SIZE = 0.3;
const RIGHT_YEAR = 0.3;
/** More than this is a document rather than a section. */
const MAX_SHARE_OF_DOCUMENT = 0.6;

/**
 * The section that is about what the question is about: its heading or its first words say so, so do its parts,
 * and what was found lies in it rather than elsewhere.
 */
export function themeSection(ids: readonly string[], evidence: Evidence): Section | undefined {
  const found = ids
    .flatMap((id) => {
      const length = evidence.index.passagesOf(id).length;
      return sectionsOf(evidence.index, id).filter(
        ({ passages }) => passages.length <= MAX_SHARE_OF_DOCUMENT * length,
      );
    })
    .map((section) => ({ section, score: scoreOf(section, evidence) }))
    .sort((a, b) => b.score - a.score)[0];
  return found && found.score >= MIN_SCORE ? found.section : undefined;
}

function scoreOf(section: Section, evidence: Evidence): number {
  const { query } = evidence;
  const heading = flatten(section.path.at(-1) ?? '');
  // Under a heading of its own it is that which says what a section is about.
  const intro = heading === '' ? flatten(section.intro?.quotable.split('。')[0] ?? '') : '';
  const title = Math.max(
    headingShare(query, heading, degreeIn),
    INTRO_SHARE * headingShare(query, intro),
  );
  const named = section.parts.filter((part) => names(query, flatten(part.heading)));
  const parts = named.length / section.parts.length;
  if (title < MIN_TITLE_SHARE && parts < MIN_PARTS_SHARE) return 0;
  return (
    title +
    PARTS_SHARE * parts +
    concentration(section, evidence) +
    (isRightSize(query, heading) ? RIGHT_SIZE : 0) +
    (isRightYear(query, section) ? RIGHT_YEAR : 0)
  );
}

const names = ({ concepts }: Query, heading: string): boolean =>
  concepts.some((concept) => degreeIn(concept, heading) >= FOUND_FROM);

/** A heading has few words: 生态建设 is about 生态环境. The first half tells more than the second. */
function degreeIn(concept: Concept, heading: string): number {
  const whole = conceptIn(concept, heading);
  const isCompound = concept.said.length === 4;
  return isCompound && heading.includes(concept.said.slice(0, 2)) ? Math.max(whole, HALF) : whole;
}

/** How much of what was found lies in the section, against how much of the section was found: 0–1. */
function concentration({ passages }: Section, { hits }: Evidence): number {
  const ids = new Set(passages.map(({ id }) => id));
  const worth = (some: Evidence['hits']): number =>
    some.reduce((sum, { score }) => sum + Math.max(0, score), 0);
  const inside = hits.filter(({ passage }) => ids.has(passage.id));
  const recall = worth(inside) / Math.max(worth(hits), Number.EPSILON);
  const precision = inside.length / passages.length;
  return recall + precision > 0 ? (2 * recall * precision) / (recall + precision) : 0;
}

function isRightSize({ text }: Query, heading: string): boolean {
  const size = /[这那哪]一?([章节])/u.exec(text)?.[1];
  return size !== undefined && /^第[^章节]{1,3}([章节])/u.exec(heading)?.[1] === size;
}

const isRightYear = ({ time }: Query, { path }: Section): boolean =>
  time.years.some((year) => path.some((heading) => heading.includes(String(year))));
