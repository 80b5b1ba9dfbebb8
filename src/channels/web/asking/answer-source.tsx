import type { Citation } from '../../../model.ts';
import { citationLink } from '../links.ts';
import { Numerals } from '../numerals.tsx';

/** Unlike that of any other source on the page. */
export function sourceId(answerId: string, n: number): string {
  return `source-${answerId}-${n}`;
}

interface AnswerSourceProps {
  readonly answerId: string;
  readonly citation: Citation;
  /** The answer says the same words above. */
  readonly isSaid: boolean;
}

export function AnswerSource({ answerId, citation, isSaid }: AnswerSourceProps) {
  const { n, documentTitle, headingPath, page, quote } = citation;
  return (
    <li id={sourceId(answerId, n)} value={n}>
      <p class="source-place">
        <cite>{documentTitle}</cite>
        {headingPath.map((heading, at) => (
          <span key={at} class="step">
            {heading}
          </span>
        ))}
        {page !== null && <span class="source-page">第{page}页</span>}
      </p>
      <blockquote class={isSaid ? 'said' : undefined}>
        <Numerals text={quote} />
      </blockquote>
      <a class="source-link" href={citationLink(citation)}>
        在原文中查看
      </a>
    </li>
  );
}
