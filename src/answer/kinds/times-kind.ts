import type { Passage } from '../../model.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { alignments, likenessOf, type Option } from './alignment.ts';
import { orderClaim } from './order-claim.ts';
import { type PlanPartType, partOf } from './plan-parts.ts';
import { tellingSentences } from './sentence-kind.ts';
import { distinct, MOST_OPTIONS, optionsFrom, withFigures } from './side-options.ts';
import { isComparing } from './sides.ts';

const MOST_BEFORE_AFTER = 2;

/** One thing before and after: what a document reports of it beside what it plans. */
export function timesKind(evidence: Evidence): readonly Candidate[] {
  const [id, ...others] = evidence.query.scope.documentIds;
  if (id === undefined || others.length > 0) return [];
  const best = tellingSentences(evidence).filter(({ passage }) => passage.documentId === id);
  const mostOptions = isComparing(evidence.query) ? MOST_OPTIONS : 1;
  const typeOf = (passage: Passage) => partOf(passage, evidence.index, evidence.documents);
  const sideOf = (holds: (type: PlanPartType | undefined) => boolean): Option[] =>
    optionsFrom(
      best.filter(({ passage }) => holds(typeOf(passage))).slice(0, mostOptions),
      evidence,
    );
  const past = sideOf((type) => type === 'review');
  const planned = sideOf((type) => type !== undefined && type !== 'review');
  const [first] = past;
  const [second] = planned;
  if (!first || !second) return [];
  const figured = withFigures([past, planned].map((options) => ({ options, asking: evidence })));
  const pairs = [
    ...alignments([past, planned]).slice(0, MOST_BEFORE_AFTER),
    ...alignments(figured).slice(0, MOST_BEFORE_AFTER),
    [[first], [second]],
  ];
  return distinct(
    pairs.map((pair) => {
      const chosen = pair.flat();
      const claims = chosen.flatMap((option) => option.claims);
      const order = orderClaim(
        claims.map((claim, at) => ({ label: at === 0 ? '此前' : '计划', claim, asking: evidence })),
      );
      return {
        kind: 'comparison',
        way: 'sides',
        claims: [...claims, ...(order ? [order] : [])],
        signs: {
          beforeAfter: 1,
          sidesWorst: Math.min(...chosen.map(({ score }) => score)),
          sidesAlike: likenessOf(chosen),
          sidesSaid: 1,
        },
      };
    }),
  );
}
