import type { Answer } from '../model.ts';
import type { Evidence } from './draft.ts';
import { finish } from './finish.ts';
import { judge, loadJudge } from './judge/judge.ts';
import { nearestTo } from './nearest.ts';
import { notFound } from './not-found.ts';
import { propose } from './propose.ts';
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
  const judged = judge(await propose(evidence), evidence);
  for (const { candidate, chance } of judged) {
    if (chance < caution) break;
    const answer = finish(question, withVerdict(evidence.query, candidate), evidence, publicUrl);
    if (answer) return { ...answer, confidence: chance };
  }
  const [best] = judged;
  const nearest = nearestTo(evidence, publicUrl);
  return {
    ...notFound(question, evidence),
    ...(best && { confidence: best.chance }),
    ...(nearest.length > 0 && { nearest }),
  };
}
