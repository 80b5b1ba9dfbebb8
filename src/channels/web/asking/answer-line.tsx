import { questionLink } from '../links.ts';
import { Numerals } from '../numerals.tsx';
import { MarkLink } from './mark-link.tsx';

interface AnswerLineProps {
  readonly line: string;
  readonly answerId: string;
  /** Numbers of the sources there are. */
  readonly sources: ReadonlySet<number>;
}

/** What can be asked instead. */
const SUGGESTION = /^(?<before>.*(?:可以这样问|例如)：“)(?<question>.+)(?<after>”.*)$/u;

/** A line of the answer; a mark such as [1] leads to its source where there is one, a suggested question asks it. */
export function AnswerLine({ line, answerId, sources }: AnswerLineProps) {
  const { before, question, after } = SUGGESTION.exec(line)?.groups ?? {};
  if (question !== undefined) {
    return (
      <p>
        {before}
        <a href={questionLink(question)}>{question}</a>
        {after}
      </p>
    );
  }
  return (
    <p>
      {line.split(/(\[\d+\])/u).map((piece, at) => {
        const n = Number(/^\[(\d+)\]$/u.exec(piece)?.[1]);
        if (!sources.has(n)) return <Numerals key={at} text={piece} />;
        return <MarkLink key={at} answerId={answerId} n={n} />;
      })}
    </p>
  );
}
