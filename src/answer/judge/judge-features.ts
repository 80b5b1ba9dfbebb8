import type { QuestionKind } from '../../understand/query.ts';
import type { Candidate, Evidence, Way } from '../draft.ts';
import { consider, type JudgeFeature } from './considered.ts';
import { agreeing } from './features/agreeing.ts';
import { agreeingGap } from './features/agreeing-gap.ts';
import { askedChars } from './features/asked-chars.ts';
import { askedWeight } from './features/asked-weight.ts';
import { company } from './features/company.ts';
import { countNamed } from './features/count-named.ts';
import { cover } from './features/cover.ts';
import { documents } from './features/documents.ts';
import { explains } from './features/explains.ts';
import { figureMeant } from './features/figure-meant.ts';
import { figures } from './features/figures.ts';
import { figuresHeld } from './features/figures-held.ts';
import { focus } from './features/focus.ts';
import { gap } from './features/gap.ts';
import { lacking } from './features/lacking.ts';
import { lead } from './features/lead.ts';
import { length } from './features/length.ts';
import { literal } from './features/literal.ts';
import { manner } from './features/manner.ts';
import { meanPart } from './features/mean-part.ts';
import { meant } from './features/meant.ts';
import { namedPlace } from './features/named-place.ts';
import { namesSomebody } from './features/names-somebody.ts';
import { namesTime } from './features/names-time.ts';
import { outcome } from './features/outcome.ts';
import { partsAgreeing } from './features/parts-agreeing.ts';
import { perHead } from './features/per-head.ts';
import { person } from './features/person.ts';
import { place } from './features/place.ts';
import { planned } from './features/planned.ts';
import { quoted } from './features/quoted.ts';
import { rank } from './features/rank.ts';
import { rareMeant } from './features/rare-meant.ts';
import { rarest } from './features/rarest.ts';
import { reached } from './features/reached.ts';
import { reachedLiterally } from './features/reached-literally.ts';
import { reason } from './features/reason.ts';
import { score } from './features/score.ts';
import { several } from './features/several.ts';
import { tail } from './features/tail.ts';
import { things } from './features/things.ts';
import { time } from './features/time.ts';
import { unaskedMost, unaskedShare } from './features/unasked.ts';
import { unit } from './features/unit.ts';
import { unknown } from './features/unknown.ts';
import { weakestPart } from './features/weakest-part.ts';
import { whole } from './features/whole.ts';
import { yearsSaid } from './features/years-said.ts';
import { SIGNS } from './signs.ts';

const MATCH: readonly JudgeFeature[] = [
  rank,
  gap,
  agreeing,
  agreeingGap,
  score,
  lead,
  cover,
  meant,
  rarest,
  rareMeant,
  figureMeant,
  unknown,
  unit,
  time,
  planned,
  place,
  namedPlace,
  documents,
  yearsSaid,
  figures,
  quoted,
  tail,
  things,
  countNamed,
  length,
  focus,
  whole,
  perHead,
  outcome,
  reason,
  person,
  askedChars,
  askedWeight,
  figuresHeld,
  lacking,
  literal,
  meanPart,
  namesSomebody,
  namesTime,
  partsAgreeing,
  reached,
  reachedLiterally,
  weakestPart,
  unaskedShare,
  unaskedMost,
  company,
  several,
  explains,
  manner,
];

const WAYS: readonly Way[] = [
  'sentence',
  'sentences',
  'paragraph',
  'row',
  'rows',
  'sides',
  'items',
  'headings',
  'section',
  'definition',
  'duty',
  'fact',
];
const WANTED: readonly QuestionKind[] = [
  'number',
  'list',
  'compare',
  'overview',
  'definition',
  'who',
  'when',
  'where',
  'check',
];

/** What a sentence was ranked by counts for the answer it proves too. */
const OF_SENTENCE = [
  'l_cf',
  'chcov',
  'dens',
  'yin',
  'dyr',
  'pdt',
  'l_p',
  'unit',
  'numq',
  'ysaid',
  'tailn',
  'r3',
  'plc',
  'l_new',
  'span',
  'l_last',
  'lexs',
  'lrr',
  'heading',
] as const;

const ofSentence = OF_SENTENCE.map(
  (name): JudgeFeature => ({
    name: `sentence:${name}`,
    says: `the feature ${name} of the best sentence it quotes; 0 where it quotes none`,
    value: ({ sentences: [best] }) => best?.features[name] ?? 0,
  }),
);

/** What the best there is is like, whatever is made of it. */
const OF_TOP = ['l_cf', 'chcov', 'l_p', 'r3', 'dens', 'l_last'] as const;

const ofTop = OF_TOP.map(
  (name): JudgeFeature => ({
    name: `top:${name}`,
    says: `the feature ${name} of the best of all sentences; 0 where there is none`,
    value: ({ top }) => top?.features[name] ?? 0,
  }),
);

const ofKind = WANTED.map(
  (kind): JudgeFeature => ({
    name: `kind:${kind}`,
    says: `the chance that ${kind} is wanted; 0–1`,
    value: ({ query }) => query.kinds[kind],
  }),
);

const ofWay = WAYS.map(
  (way): JudgeFeature => ({
    name: `way:${way}`,
    says: `1 it came by way of ${way}, else 0`,
    value: ({ candidate }) => (candidate.way === way ? 1 : 0),
  }),
);

const ofSigns = Object.entries(SIGNS).map(
  ([name, says]): JudgeFeature => ({
    name: `sign:${name}`,
    says,
    value: ({ candidate }) => candidate.signs[name] ?? 0,
  }),
);

/** What a candidate is seen by on its own. */
const OWN: readonly JudgeFeature[] = [
  ...MATCH,
  ...ofSentence,
  ...ofTop,
  ...ofKind,
  ...ofWay,
  ...ofSigns,
];

/** What also counts by how far it is ahead of the best of the other candidates, or behind. */
const COMPARED: readonly JudgeFeature[] = [
  cover,
  meant,
  rareMeant,
  figureMeant,
  meanPart,
  weakestPart,
  literal,
  unaskedShare,
  length,
];

const PLACES = COMPARED.map((feature) => OWN.indexOf(feature));

const ofRivals = COMPARED.map(({ name, says }) => ({
  name: `ahead:${name}`,
  says: `${says}; less the most of the others`,
}));

/** All that the judge looks at, in the order of its weights. */
export const JUDGE_FEATURES: readonly Pick<JudgeFeature, 'name' | 'says'>[] = [...OWN, ...ofRivals];

/** Of each candidate a row of all features. */
export function featuresOf(candidates: readonly Candidate[], evidence: Evidence): Float64Array[] {
  const all = candidates.map((candidate) => consider(candidate, evidence));
  const own = all.map((one) => OWN.map(({ value }) => value(one, all)));
  return own.map((row) =>
    Float64Array.from([...row, ...PLACES.map((place) => aheadAt(place, row, own))]),
  );
}

/** 0 where it stands alone. */
function aheadAt(
  place: number,
  row: readonly number[],
  all: readonly (readonly number[])[],
): number {
  const others = all.filter((other) => other !== row).map((other) => other[place] ?? 0);
  return others.length === 0 ? 0 : (row[place] ?? 0) - Math.max(...others);
}
