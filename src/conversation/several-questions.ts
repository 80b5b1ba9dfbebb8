import type { Answer, Citation, Claim } from '../model.ts';

const MAX_QUESTIONS = 5;
const MIN_CHARS = 3;
const ASKS = /多少|几|谁|哪|什么|啥|怎么|咋|如何|吗|呢|多[高大长久]|是否|有没有|为何|列/u;
/** One question that brings its own earlier turn: 刚才问的是甲，那乙呢？ */
const SELF_CONTAINED =
  /^(?:刚才|接着|上面|前面|之前)(?:我?(?:问|说|讲)的?是?)?[:：]?(.+?)[,，;；](?:那么?|再问)(.+)$/u;

export interface QuestionsWithin {
  readonly questions: readonly string[];
  /** Only the last is asked: those before it say what it leans on. */
  readonly isLastOnly: boolean;
}

/** The questions of one message, in order: several where each ends with its own question mark or line. */
export function questionsWithin(message: string): QuestionsWithin {
  const [, earlier, later] = SELF_CONTAINED.exec(message.trim()) ?? [];
  if (earlier && later) return { questions: [earlier, `那${later}`], isLastOnly: true };
  const parts = message
    .split(/(?<=[?？])|\n+|[;；](?=\s*\d[.、．])/u)
    .map((part) => part.replace(/^\s*(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）]|[①-⑨])\s*/u, '').trim())
    .filter((part) => part.replace(/[^\p{L}\p{N}]/gu, '').length >= MIN_CHARS);
  const isEach =
    parts.length > 1 && parts.length <= MAX_QUESTIONS && parts.every((part) => ASKS.test(part));
  return { questions: isEach ? parts : [message], isLastOnly: false };
}

const MAX_ANSWER_CHARS = 800;
const NUMERALS = ['一', '二', '三', '四', '五'];

/** One answer to several questions, each under its own words. Citations are numbered through. */
export function answeredTogether(question: string, answers: readonly Answer[]): Answer {
  const [first] = answers;
  if (!first) throw new RangeError('no answer to put together');
  const isAnswered = answers.some(({ outcome }) => outcome === 'answered');
  let answer = '';
  const claims: Claim[] = [];
  const citations: Citation[] = [];
  const notes: string[] = [];
  for (const [at, one] of answers.entries()) {
    const shift = citations.length;
    const text = `第${NUMERALS[at] ?? ''}问：${marksShifted(isAnswered ? shortOf(one) : one.answer, shift)}`;
    if (answer.length + 1 + text.length > MAX_ANSWER_CHARS) {
      notes.push(`篇幅有限，第${NUMERALS[at] ?? ''}问起没有列出，请单独再问。`);
      break;
    }
    answer = answer === '' ? text : `${answer}\n${text}`;
    claims.push(
      ...one.claims.map((claim) => ({
        ...claim,
        citations: claim.citations.map((n) => n + shift),
      })),
    );
    citations.push(...one.citations.map((citation) => ({ ...citation, n: citation.n + shift })));
    notes.push(...one.notes);
  }
  const nearest = answers.flatMap((one) => one.nearest ?? []).slice(0, 5);
  const confidences = answers.flatMap(({ confidence }) =>
    confidence === undefined ? [] : [confidence],
  );
  const { nearest: _nearest, suggestions: _suggestions, confidence: _confidence, ...rest } = first;
  return {
    ...rest,
    question,
    outcome: isAnswered ? 'answered' : first.outcome,
    kind: answers.find(({ outcome }) => outcome === 'answered')?.kind ?? first.kind,
    answer,
    claims,
    citations,
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
    ...(!isAnswered && nearest.length > 0 && { nearest }),
    suggestions: [...new Set(answers.flatMap((one) => one.suggestions ?? []))].slice(0, 3),
    passages: answers.flatMap(({ passages }) => passages.slice(0, 20 / answers.length)),
    timings: {
      retrieveMs: answers.reduce((sum, { timings }) => sum + timings.retrieveMs, 0),
      totalMs: answers.reduce((sum, { timings }) => sum + timings.totalMs, 0),
    },
    notes: [...new Set(notes)],
  };
}

/** Beside an answer it is enough that another was not found; where it was looked for may be the same documents. */
const shortOf = ({ outcome, answer }: Answer): string =>
  outcome === 'not-found' ? (answer.split('\n')[0] ?? '') : answer;

const marksShifted = (text: string, shift: number): string =>
  text.replace(/\[(\d+)\]/gu, (_, n: string) => `[${Number(n) + shift}]`);
