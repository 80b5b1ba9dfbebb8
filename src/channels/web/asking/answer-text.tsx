import type { AnswerSoFar } from '../../../model.ts';
import { AnswerLine } from './answer-line.tsx';
import { AnswerSource } from './answer-source.tsx';

interface AnswerTextProps {
  readonly answerId: string;
  readonly answer: AnswerSoFar;
}

/** What is proven, line by line. */
export function AnswerText({ answerId, answer }: AnswerTextProps) {
  const sources = new Set(answer.citations.map(({ n }) => n));
  return (
    <div class="answer-text">
      {answer.answer.split('\n').map((line, at) => (
        <AnswerLine key={at} line={line} answerId={answerId} sources={sources} />
      ))}
    </div>
  );
}

interface AnswerSourcesProps extends AnswerTextProps {
  /** While more lines are to come the sources are at hand for the marks, and not in their way. */
  readonly isHidden?: boolean;
}

export function AnswerSources({ answerId, answer, isHidden = false }: AnswerSourcesProps) {
  if (answer.citations.length === 0) return null;
  return (
    <section class="sources" aria-label="依据" hidden={isHidden}>
      <h3>依据</h3>
      <ol>
        {answer.citations.map((citation) => (
          <AnswerSource key={citation.n} answerId={answerId} citation={citation} />
        ))}
      </ol>
    </section>
  );
}
