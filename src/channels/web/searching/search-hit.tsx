import type { SearchTerm } from '../../../app.ts';
import type { Passage } from '../../../model.ts';
import { passageLink } from '../links.ts';
import { excerptOf } from './excerpt.ts';
import { markTerms } from './mark-terms.ts';
import { KINDS } from './search-query.ts';

const MAX_EXCERPT_CHARS = 240;

interface MarkedTextProps {
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

function MarkedText({ text, terms }: MarkedTextProps) {
  return (
    <>
      {markTerms(text, terms).map(({ text: piece, isMarked }, index) =>
        isMarked ? <mark key={index}>{piece}</mark> : piece,
      )}
    </>
  );
}

interface SearchHitProps {
  readonly passage: Passage;
  readonly terms: readonly SearchTerm[];
  /** Of its document. */
  readonly shortTitle: string;
}

export function SearchHit({ passage, terms, shortTitle }: SearchHitProps) {
  const { documentId, id, headingPath, quotable, kind, page } = passage;
  const whole = terms.map(({ wordings }) => ({ wordings, words: [] }));
  return (
    <li class="hit">
      <a href={passageLink(documentId, id)}>
        <span class="hit-document">{shortTitle}</span>
        {headingPath.map((heading) => (
          <span key={heading} class="step">
            <MarkedText text={heading} terms={whole} />
          </span>
        ))}
      </a>
      <p class="hit-facts">
        {kind !== 'text' && <span>{KINDS[kind]}</span>}
        {page !== null && <span>第{page}页</span>}
      </p>
      <p class="hit-text">
        <MarkedText text={excerptOf(quotable, terms, MAX_EXCERPT_CHARS)} terms={terms} />
      </p>
    </li>
  );
}
