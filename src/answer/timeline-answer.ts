import { speaksOf, type YearsSaid } from '../retrieve/years.ts';
import type { Draft, Evidence } from './draft.ts';
import { type Candidate, candidatesOf, claimOf } from './passage-answer.ts';
import { isSupported } from './support.ts';

const LOOSE_SUPPORT = {
  minCoverage: 0.3,
  minCoverageAnywhere: 0.3,
  minFigureCoverage: 0.3,
  maxUnknown: 0.7,
};

/** One thing at several times (2020年第几？十四五目标？2024年？): the best sentence for each time. */
export function timelineAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  const times = timesOf(query.time);
  if (times.length < 2 || !query.asksMany) return undefined;
  const usable = { ...query, head: undefined, unit: undefined };
  const candidates = candidatesOf(evidence);
  const chosen = times.map((time) =>
    candidates.find(
      ({ sentence }) =>
        !sentence.assumed &&
        isOf(time, sentence.time) &&
        isSupported({ ...usable, time }, sentence, LOOSE_SUPPORT),
    ),
  );
  const distinct = [
    ...new Set(chosen.filter((candidate): candidate is Candidate => candidate !== undefined)),
  ];
  if (distinct.length < 2) return undefined;
  return { kind: 'comparison', claims: distinct.map((candidate) => claimOf(usable, candidate)) };
}

const timesOf = ({ years, periods, now }: YearsSaid): YearsSaid[] => [
  ...years.map((year) => ({ years: [year], periods: [], now })),
  ...periods.map((period) => ({ years: [], periods: [period], now })),
];

/** A period is spoken of by its name or by its last year. */
const isOf = ({ years, periods }: YearsSaid, said: YearsSaid): boolean =>
  years.some((year) => said.years.includes(year)) ||
  periods.some(
    ([from, to]) =>
      said.years.includes(to) ||
      said.periods.some((other) => other[0] === from && other[1] === to) ||
      (said.years.length === 0 && speaksOf(said, to)),
  );
