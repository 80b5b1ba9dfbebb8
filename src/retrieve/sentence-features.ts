import { askedUnit } from './features/asked-unit.ts';
import { bestClause } from './features/best-clause.ts';
import { characters } from './features/characters.ts';
import { density } from './features/density.ts';
import { documentYears } from './features/document-years.ts';
import type { SentenceFeature } from './features/feature.ts';
import { lastHeading } from './features/last-heading.ts';
import { lexical } from './features/lexical.ts';
import { listed } from './features/listed.ts';
import { meantOnly } from './features/meant-only.ts';
import { onlyHeading } from './features/only-heading.ts';
import { otherPlaces } from './features/other-places.ts';
import { passageRank } from './features/passage-rank.ts';
import { plannedOrDone } from './features/planned-or-done.ts';
import { rarest } from './features/rarest.ts';
import { span } from './features/span.ts';
import { statedFigure } from './features/stated-figure.ts';
import { tail } from './features/tail.ts';
import { wholePassage } from './features/whole-passage.ts';
import { yearMeant } from './features/year-meant.ts';
import { yearWritten } from './features/year-written.ts';

/** All that a sentence is ranked by, in the order of its weights. */
export const SENTENCE_FEATURES: readonly SentenceFeature[] = [
  bestClause,
  characters,
  density,
  yearMeant,
  documentYears,
  plannedOrDone,
  wholePassage,
  onlyHeading,
  lexical,
  askedUnit,
  statedFigure,
  yearWritten,
  tail,
  listed,
  passageRank,
  rarest,
  lastHeading,
  meantOnly,
  otherPlaces,
  span,
];
