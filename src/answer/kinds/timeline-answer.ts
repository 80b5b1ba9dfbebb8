import type { YearsSaid } from '../../understand/years.ts';
import { type Draft, type Evidence, isOfYear } from '../draft.ts';
import { isSupported } from '../support.ts';
import { type Candidate, candidatesOf, claimOf } from './passage-answer.ts';

const LOOSE_SUPPORT = {
  minCoverage: 0.3,
  minCoverageAnywhere: 0.3,
  minFigureCoverage: 0.3,
  maxUnknown: 0.7,
};

/** One thing at several times (2020年第几？十四五目标？2024年？): the best sentence for each time. */
export async function timelineAnswer(evidence: Evidence): Promise<Draft | undefined> {
  const { query } = evidence;
  const times = timesOf(query.time);
  if (times.length < 2 || !(query.asksMany || query.wants.has('compare'))) return undefined;
  const usable = { ...query, head: undefined, unit: undefined };
  const own = candidatesOf(evidence);
  const chosen = await Promise.all(
    times.map(async (time) => {
      const fits = ({ sentence }: Candidate): boolean =>
        isOf(time, sentence.time) && isSupported({ ...usable, time }, sentence, LOOSE_SUPPORT);
      const isSaid = (candidate: Candidate): boolean =>
        !candidate.sentence.assumed && fits(candidate);
      return own.find(isSaid) ?? (await reports(time, evidence)).find(isSaid) ?? own.find(fits);
    }),
  );
  const distinct = [...new Set(chosen.filter((candidate) => candidate !== undefined))];
  if (distinct.length < 2) return undefined;
  return { kind: 'comparison', claims: distinct.map((candidate) => claimOf(usable, candidate)) };
}

/** Sentences of other documents that are of that year and name the region asked about. */
async function reports({ years }: YearsSaid, evidence: Evidence): Promise<Candidate[]> {
  const { query, index } = evidence;
  const ids = index.documents
    .filter((document) => years.some((year) => isOfYear(document, year)))
    .map(({ id }) => id)
    .filter((id) => !query.scope.documentIds.includes(id));
  if (ids.length === 0 || query.scope.regions.length === 0) return [];
  const within = await evidence.retrieveWithin(ids);
  return candidatesOf(within).filter(({ sentence }) =>
    query.scope.regionNames.some((region) => sentence.flat.includes(region)),
  );
}

const timesOf = ({ years, periods, now }: YearsSaid): YearsSaid[] => [
  ...years.map((year) => ({ years: [year], periods: [], now })),
  ...periods.map((period) => ({ years: [], periods: [period], now })),
];

/** A period is spoken of by its name where no year is said, or by its last year. */
const isOf = ({ years, periods }: YearsSaid, said: YearsSaid): boolean =>
  years.some((year) => said.years.includes(year)) ||
  periods.some(([from, to]) =>
    said.years.length > 0
      ? said.years.includes(to)
      : said.periods.some((other) => other[0] === from && other[1] === to),
  );
