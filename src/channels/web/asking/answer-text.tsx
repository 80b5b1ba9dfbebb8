import type { AnswerSoFar, Claim } from '../../../model.ts';
import { AnswerLine } from './answer-line.tsx';
import { AnswerSource } from './answer-source.tsx';

interface AnswerTextProps {
  readonly answerId: string;
  readonly answer: AnswerSoFar;
}

/** So few words can be set large. */
const MAX_LARGE_CHARS = 90;

/** What is proven, line by line. */
export function AnswerText({ answerId, answer }: AnswerTextProps) {
  const sources = new Set(answer.citations.map(({ n }) => n));
  const isLarge = answer.claims.length > 0 && answer.answer.length <= MAX_LARGE_CHARS;
  return (
    <div class={isLarge ? 'answer-text large' : 'answer-text'}>
      {answer.answer.split('\n').map((line, at) => (
        <AnswerLine key={at} line={line} answerId={answerId} sources={sources} />
      ))}
    </div>
  );
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a claim says just these words: they need not be read again. */
const isSaid = (quote: string, claims: readonly Claim[]): boolean => {
  const quoted = letters(quote);
  return claims.some(({ text }) => letters(text).endsWith(quoted));
};

interface AnswerSourcesProps extends AnswerTextProps {
  /** While more lines are to come the sources are at hand for the marks, and not in their way. */
  readonly isHidden?: boolean;
}

/** The proof, in one fold. Words that the answer itself quotes are not said twice. */
export function AnswerSources({ answerId, answer, isHidden = false }: AnswerSourcesProps) {
  const { citations, claims } = answer;
  const [first] = citations;
  if (first === undefined) return null;
  return (
    <details class="sources" hidden={isHidden}>
      <summary>
        <span class="sources-count">依据 {citations.length} 处</span>
        <span class="sources-first">
          {first.documentTitle}
          {citations.length > 1 && ' 等'}
        </span>
      </summary>
      <ol>
        {citations.map((citation) => (
          <AnswerSource
            key={citation.n}
            answerId={answerId}
            citation={citation}
            isSaid={isSaid(citation.quote, claims)}
          />
        ))}
      </ol>
    </details>
  );
}
