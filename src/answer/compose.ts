import type { Answer } from '../model.ts';
import { isOfNoDocument } from './absence.ts';
import type { Evidence } from './draft.ts';
import { finish } from './finish.ts';
import { type Judge, type Judgement, judge } from './judge/judge.ts';
import { loadJudge } from './judge/load-judge.ts';
import type { Learnt } from './learnt.ts';
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
  /** Left out for what ships. */
  readonly learnt?: Pick<Learnt, 'judge'>;
}

/** Every kind proposes, the judge decides: the likeliest that can be proven, or what is nearest. */
export async function compose(
  question: string,
  evidence: Evidence,
  { publicUrl, caution, learnt: { judge: judgedBy } = { judge: loadJudge() } }: ComposeOptions,
): Promise<ComposedAnswer> {
  if (isOfNoDocument(evidence)) return notFound(question, evidence);
  const { ordered, chance } = await judgementOf(evidence, judgedBy);
  if (chance >= (caution ?? judgedBy.caution)) {
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
export function judgementOf(evidence: Evidence, judgedBy = loadJudge()): Promise<Judgement> {
  const known = judgements.get(evidence) ?? weigh(evidence, judgedBy);
  judgements.set(evidence, known);
  return known;
}

const weigh = async (evidence: Evidence, judgedBy: Judge): Promise<Judgement> =>
  judge(await propose(evidence), evidence, judgedBy);

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
