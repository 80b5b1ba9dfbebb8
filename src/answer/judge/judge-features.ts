import type { QuestionKind } from '../../understand/query.ts';
import type { Way } from '../draft.ts';
import type { Considered, JudgeFeature } from './considered.ts';
import { agreeing } from './features/agreeing.ts';
import { agreeingGap } from './features/agreeing-gap.ts';
import { countNamed } from './features/count-named.ts';
import { cover } from './features/cover.ts';
import { documents } from './features/documents.ts';
import { figureMeant } from './features/figure-meant.ts';
import { figures } from './features/figures.ts';
import { focus } from './features/focus.ts';
import { gap } from './features/gap.ts';
import { lead } from './features/lead.ts';
import { length } from './features/length.ts';
import { meant } from './features/meant.ts';
import { namedPlace } from './features/named-place.ts';
import { outcome } from './features/outcome.ts';
import { perHead } from './features/per-head.ts';
import { person } from './features/person.ts';
import { place } from './features/place.ts';
import { planned } from './features/planned.ts';
import { quoted } from './features/quoted.ts';
import { rank } from './features/rank.ts';
import { rareMeant } from './features/rare-meant.ts';
import { rarest } from './features/rarest.ts';
import { reason } from './features/reason.ts';
import { score } from './features/score.ts';
import { tail } from './features/tail.ts';
import { things } from './features/things.ts';
import { time } from './features/time.ts';
import { unit } from './features/unit.ts';
import { unknown } from './features/unknown.ts';
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
] as const;

const ofSentence = OF_SENTENCE.map(
  (name): JudgeFeature => ({
    name: `sentence:${name}`,
    says: `the feature ${name} of the best sentence it quotes; 0 where it quotes none`,
    value: ({ sentences: [best] }) => best?.features[name] ?? 0,
  }),
);

const ofWay = WAYS.map(
  (way): JudgeFeature => ({
    name: `way:${way}`,
    says: `1 it came by way of ${way}, else 0`,
    value: ({ candidate }) => (candidate.way === way ? 1 : 0),
  }),
);

/** How far a way can be trusted depends on what is wanted. */
const ofWayWanted = WAYS.flatMap((way) =>
  WANTED.map(
    (kind): JudgeFeature => ({
      name: `way:${way}×${kind}`,
      says: `the chance that ${kind} is wanted where it came by way of ${way}, else 0; 0–1`,
      value: ({ candidate, query }) => (candidate.way === way ? query.kinds[kind] : 0),
    }),
  ),
);

const ofSigns = Object.entries(SIGNS).map(
  ([name, says]): JudgeFeature => ({
    name: `sign:${name}`,
    says,
    value: ({ candidate }) => candidate.signs[name] ?? 0,
  }),
);

/** All that the judge looks at, in the order of its weights. */
export const JUDGE_FEATURES: readonly JudgeFeature[] = [
  ...MATCH,
  ...ofSentence,
  ...ofWay,
  ...ofWayWanted,
  ...ofSigns,
];

export const featuresOf = (considered: Considered): Float64Array =>
  Float64Array.from(JUDGE_FEATURES, ({ value }) => value(considered));
