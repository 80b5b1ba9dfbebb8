import { expect } from 'vitest';
import {
  answerQuestion,
  evidenceFor,
  type QuestionOptions,
  understandingOf,
} from '../../src/answer/answer-question.ts';
import { finish } from '../../src/answer/finish.ts';
import { judge } from '../../src/answer/judge/judge.ts';
import { loadJudge } from '../../src/answer/judge/load-judge.ts';
import { propose } from '../../src/answer/propose.ts';
import { plain } from '../../src/evaluate/matching.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Answer, AnswerKind, Citation } from '../../src/model.ts';
import { contextOf, openRealIndex, PUBLIC_URL } from '../real-index.ts';

export interface RealAnswers {
  readonly index: PlanIndex;
  /** Answers from the real documents, after checking that the answer keeps what every answer promises. */
  ask(question: string, options?: QuestionOptions): Promise<Answer>;
  /**
   * What a kind proposes that says all the words and can be proven, kept to the same promises, though the judge may
   * prefer another. Throws where there is none.
   */
  offered(question: string, kind: AnswerKind, words: readonly Words[]): Promise<Offered>;
}

type Words = string | RegExp;
type Offered = Omit<Answer, 'timings'>;

export async function openRealAnswers(): Promise<RealAnswers> {
  const index = await openRealIndex();
  // Whether there is an answer is asked here: caution is as it was learnt.
  const { caution: _, ...context } = contextOf(index);
  const seeds = new Map(index.documents.map(({ id }) => [id, index.reading(id)?.text ?? '']));
  // Loading what understanding needs is not what the first question's time is spent on.
  understandingOf(context);
  return {
    index,
    ask: async (question, options) => {
      const answer = await answerQuestion(question, context, options);
      expect(brokenPromises(answer, index, seeds)).toEqual([]);
      return answer;
    },
    offered: async (question, kind, words) => {
      const evidence = await evidenceFor(question, context);
      const { ordered } = judge(await propose(evidence), evidence, loadJudge());
      for (const candidate of ordered.filter((one) => one.kind === kind)) {
        const answer = finish(question, candidate, evidence, PUBLIC_URL);
        if (!answer || !words.every((some) => says(answer, some))) continue;
        expect(brokenPromises(answer, index, seeds)).toEqual([]);
        return answer;
      }
      throw new Error(`No ${kind} is offered for ${question}`);
    },
  };
}

const says = ({ answer }: Offered, words: Words): boolean =>
  typeof words === 'string' ? plain(answer).includes(plain(words)) : words.test(answer);

const ELLIPSIS = '……';
const MAX_ANSWER_CHARS = 800;

/** What every answer promises and this one does not keep, in words. */
export function brokenPromises(
  answer: Offered,
  index: PlanIndex,
  seeds: ReadonlyMap<string, string>,
): string[] {
  const { citations, claims } = answer;
  const marks = new Set(claims.flatMap((claim) => claim.citations));
  const broken = [
    answer.answer.length > MAX_ANSWER_CHARS && 'longer than 800 characters',
    answer.passages.length > 20 && 'more than 20 passages',
    (answer.outcome === 'answered') !== citations.length > 0 && 'answered if and only if cited',
    claims.some((claim) => claim.citations.length === 0) && 'a claim without a citation',
    citations.some(({ n }, at) => n !== at + 1) && 'citations out of order',
    citations.some(({ n }) => !marks.has(n)) && 'a citation nothing uses',
    [...marks].some((n) => n > citations.length) && 'a mark that cites nothing',
    claims.some(({ text }) => !answer.answer.includes(text)) && 'a claim that is not read',
    ...looseNumbers(answer).map((number) => `${number} stands in nothing cited`),
    ...citations.flatMap((citation) => brokenIn(citation, index, seeds)),
  ];
  return broken.filter((promise) => promise !== false);
}

function brokenIn(
  citation: Citation,
  index: PlanIndex,
  seeds: ReadonlyMap<string, string>,
): string[] {
  const { n, documentId, passageId, quote, lines } = citation;
  const passage = index.passage(passageId);
  const parts = quote.split(ELLIPSIS).filter((part) => part.trim() !== '');
  const [first, last] = lines;
  const source = (seeds.get(documentId) ?? '').split(/\r?\n/u).slice(first - 1, last);
  const stands = (part: string, text: string): boolean => plain(text).includes(plain(part));
  const broken = [
    parts.length === 0 && 'quotes nothing',
    passage === undefined && 'cites no passage',
    passage?.documentId !== documentId && 'names another document',
    passage?.text !== citation.passage && 'shows another passage',
    !parts.every((part) => stands(part, passage?.quotable ?? '')) && 'is not in its passage',
    !parts.every((part) => stands(part, source.join('\n'))) && 'is not in its lines of the seed',
    citation.url !== `${PUBLIC_URL}/documents/${documentId}#p-${passageId}` && 'links elsewhere',
  ];
  return broken.filter((promise) => promise !== false).map((what) => `[${n}] ${what}: ${quote}`);
}

const numbersOf = (text: string): string[] => text.normalize('NFKC').match(/\d+(?:\.\d+)?/gu) ?? [];

/** Numbers read out that neither stand in anything cited nor were worked out. */
function looseNumbers({ outcome, answer, claims, citations }: Offered): string[] {
  if (outcome !== 'answered') return [];
  const cited = new Set(
    citations.flatMap(({ quote, passage, headingPath, documentTitle }) =>
      [quote, passage, ...headingPath, documentTitle].flatMap(numbersOf),
    ),
  );
  const computed = new Set(
    claims.flatMap((claim) => claim.computed ?? []).map(({ value }) => value),
  );
  return numbersOf(answer.replace(/\[\d+\]/gu, '')).filter(
    (number) => !cited.has(number) && !computed.has(number),
  );
}

/** Document ids that an answer cites, in order of first use. */
export const citedDocuments = ({ citations }: Pick<Answer, 'citations'>): string[] => [
  ...new Set(citations.map(({ documentId }) => documentId)),
];
