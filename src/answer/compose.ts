import type { Answer } from '../model.ts';
import { absenceOf } from './absence.ts';
import type { Evidence } from './draft.ts';
import { finish } from './finish.ts';
import { type Judgement, judge } from './judge/judge.ts';
import { loadJudge } from './judge/load-judge.ts';
import { nearestTo } from './nearest.ts';
import { notFound } from './not-found.ts';
import { propose } from './propose.ts';
import { suggestionsFrom } from './suggestions.ts';
import { withVerdict } from './verdict.ts';

/** An answer before the clock is read. */
export type ComposedAnswer = Omit<Answer, 'timings'>;

export interface ComposeOptions {
  /** What links start with. */
  readonly publicUrl: string;
  /** The least chance at which an answer is given; left out for the one that was learnt. */
  readonly caution?: number;
}

/** Every kind proposes, the judge decides: the likeliest that can be proven, or what is nearest. */
export async function compose(
  question: string,
  evidence: Evidence,
  { publicUrl, caution }: ComposeOptions,
): Promise<ComposedAnswer> {
  const isOfNone = evidence.query.scope.documentIds.length === 0;
  const isAbsent = isOfNone && absenceOf(evidence.query.scope, evidence.index.documents);
  if (isAbsent) return notFound(question, evidence);
  const { ordered, chance } = await judgementOf(evidence);
  if (chance >= (caution ?? loadJudge().caution)) {
    for (const candidate of ordered.slice(0, MOST_TRIED)) {
      const answer = finish(question, withVerdict(evidence.query, candidate), evidence, publicUrl);
      if (answer) return { ...answer, confidence: chance, ...nextQuestions(answer, evidence) };
    }
  }
  const nearest = nearestTo(evidence, ordered[0], publicUrl);
  return {
    ...notFound(question, evidence),
    confidence: chance,
    ...(nearest.length > 0 && { nearest }),
    ...nextQuestions({ citations: nearest }, evidence),
  };
}

const judgements = new WeakMap<Evidence, Promise<Judgement>>();

/** What the kinds propose for a question, the likeliest first; weighed once. */
export function judgementOf(evidence: Evidence): Promise<Judgement> {
  const known = judgements.get(evidence) ?? weigh(evidence);
  judgements.set(evidence, known);
  return known;
}

const weigh = async (evidence: Evidence): Promise<Judgement> =>
  judge(await propose(evidence), evidence, loadJudge());

/** A candidate that cannot be proven gives way to the next, which is hardly less likely; later ones are. */
const MOST_TRIED = 3;

/** What to ask next, from the passages that were read out. */
function nextQuestions(
  { citations }: { readonly citations: readonly { readonly passageId: string }[] },
  evidence: Evidence,
): Pick<Answer, 'suggestions'> {
  const passages = citations.flatMap(({ passageId }) => evidence.index.passage(passageId) ?? []);
  const suggestions = suggestionsFrom(passages, evidence);
  return suggestions.length > 0 ? { suggestions } : {};
}
