import type { Answer, Citation } from '../../../model.ts';
import { passageLink } from '../links.ts';

const OUTCOME_LABELS: Readonly<Record<Answer['outcome'], string>> = {
  answered: '答',
  'not-found': '没有答案',
  rejected: '请换一种问法',
};

function sourceId(n: number): string {
  return `source-${n}`;
}

interface MarkedLineProps {
  readonly line: string;
  /** Numbers of the sources there are. */
  readonly sources: ReadonlySet<number>;
}

/** A line of the answer; a mark such as [1] leads to its source, where there is one. */
function MarkedLine({ line, sources }: MarkedLineProps) {
  return (
    <p>
      {line.split(/(\[\d+\])/u).map((piece) => {
        const n = Number(/^\[(\d+)\]$/u.exec(piece)?.[1]);
        if (!sources.has(n)) return piece;
        return (
          <a key={piece} class="mark" href={`#${sourceId(n)}`} aria-label={`依据${n}`}>
            {piece}
          </a>
        );
      })}
    </p>
  );
}

function Source({ citation }: { readonly citation: Citation }) {
  const { n, documentId, documentTitle, headingPath, page, quote, passageId } = citation;
  return (
    <li id={sourceId(n)} value={n}>
      <p class="source-place">
        <cite>{documentTitle}</cite>
        {headingPath.map((heading) => (
          <span key={heading} class="step">
            {heading}
          </span>
        ))}
        {page !== null && <span class="source-page">第{page}页</span>}
      </p>
      <blockquote>{quote}</blockquote>
      <a class="source-link" href={passageLink(documentId, passageId)}>
        在原文中查看
      </a>
    </li>
  );
}

export function AnswerView({ answer }: { readonly answer: Answer }) {
  const sources = new Set(answer.citations.map(({ n }) => n));
  return (
    <section class={`answer ${answer.outcome}`} aria-label="答案">
      <h2>{OUTCOME_LABELS[answer.outcome]}</h2>
      <div class="answer-text">
        {answer.answer.split('\n').map((line) => (
          <MarkedLine key={line} line={line} sources={sources} />
        ))}
      </div>
      {answer.notes.map((note) => (
        <p key={note} class="answer-note">
          说明：{note}
        </p>
      ))}
      {answer.citations.length > 0 && (
        <section class="sources" aria-label="依据">
          <h2>依据</h2>
          <ol>
            {answer.citations.map((citation) => (
              <Source key={citation.n} citation={citation} />
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}
