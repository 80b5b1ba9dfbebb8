import type { AnswerSoFar } from '../../../model.ts';
import { AnswerSource, sourceId } from './answer-source.tsx';

interface MarkedLineProps {
  readonly line: string;
  readonly answerId: string;
  /** Numbers of the sources there are. */
  readonly sources: ReadonlySet<number>;
}

/** A line of the answer; a mark such as [1] leads to its source, where there is one. */
function MarkedLine({ line, answerId, sources }: MarkedLineProps) {
  return (
    <p>
      {line.split(/(\[\d+\])/u).map((piece, at) => {
        const n = Number(/^\[(\d+)\]$/u.exec(piece)?.[1]);
        if (!sources.has(n)) return piece;
        return (
          <a key={at} class="mark" href={`#${sourceId(answerId, n)}`} aria-label={`依据${n}`}>
            {n}
          </a>
        );
      })}
    </p>
  );
}

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
        <MarkedLine key={at} line={line} answerId={answerId} sources={sources} />
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
