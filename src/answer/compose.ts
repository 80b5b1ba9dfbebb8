import type { Answer } from '../model.ts';
import { absenceOf } from './absence.ts';
import type { Evidence } from './draft.ts';
import { finish } from './finish.ts';
import { judge, loadJudge } from './judge/judge.ts';
import { nearestTo } from './nearest.ts';
import { notFound } from './not-found.ts';
import { propose } from './propose.ts';
import { suggestionsFrom } from './suggestions.ts';
import { withVerdict } from './verdict.ts';

/** An answer before the clock is read. */
export type ComposedAnswer = Omit<Answer, 'timings'>;

/** Every kind proposes, the judge decides: the likeliest that can be proven, or what is nearest. */
export async function compose(
  question: string,
  evidence: Evidence,
  publicUrl: string,
  caution = loadJudge().caution,
): Promise<ComposedAnswer> {
  const isOfNone = evidence.query.scope.documentIds.length === 0;
  const isAbsent = isOfNone && absenceOf(evidence.query.scope, evidence.index.documents);
  if (isAbsent) return notFound(question, evidence);
  const judged = judge(await propose(evidence), evidence);
  for (const { candidate, chance } of judged) {
    if (chance < caution) break;
    const answer = finish(question, withVerdict(evidence.query, candidate), evidence, publicUrl);
    if (answer) return { ...answer, confidence: chance, ...nextQuestions(answer, evidence) };
  }
  const [best] = judged;
  const nearest = nearestTo(evidence, publicUrl);
  return {
    ...notFound(question, evidence),
    ...(best && { confidence: best.chance }),
    ...(nearest.length > 0 && { nearest }),
    ...nextQuestions({ citations: nearest }, evidence),
  };
}

/** What to ask next, from the passages that were read out. */
function nextQuestions(
  { citations }: { readonly citations: readonly { readonly passageId: string }[] },
  evidence: Evidence,
): Pick<Answer, 'suggestions'> {
  const passages = citations.flatMap(({ passageId }) => evidence.index.passage(passageId) ?? []);
  const suggestions = suggestionsFrom(passages, evidence);
  return suggestions.length > 0 ? { suggestions } : {};
}
