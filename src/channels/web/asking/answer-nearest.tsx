import type { Answer, Nearest } from '../../../model.ts';
import { NEAREST_LEAD, NEAREST_ONE, NEXT_LEAD, nearestShown } from '../../nearest-words.ts';
import { passageLink, questionLink } from '../links.ts';

function Place({ one }: { readonly one: Nearest }) {
  return (
    <>
      <p class="source-place">
        <cite>{one.documentTitle}</cite>
        {one.headingPath.map((heading, at) => (
          <span key={at} class="step">
            {heading}
          </span>
        ))}
      </p>
      <blockquote>{one.quote}</blockquote>
      <a class="source-link" href={passageLink(one.documentId, one.passageId)}>
        在原文中查看
      </a>
    </>
  );
}

/** Quotations near what was asked, said plainly not to answer it. */
export function AnswerNearest({ answer }: { readonly answer: Answer }) {
  const { first, others } = nearestShown(answer);
  return (
    <>
      {first && (
        <section class="nearest first" aria-label="原文最接近的一句">
          <h3>{NEAREST_ONE}</h3>
          <Place one={first} />
        </section>
      )}
      {others.length > 0 && (
        <section class="nearest sources" aria-label="最接近的原文">
          <h3>{first ? '其他接近的几处：' : NEAREST_LEAD}</h3>
          <ul>
            {others.map((one) => (
              <li key={`${one.passageId} ${one.quote}`}>
                <Place one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Questions to go on with. */
export function NextQuestions({ answer: { suggestions = [] } }: { readonly answer: Answer }) {
  if (suggestions.length === 0) return null;
  return (
    <nav class="next-questions" aria-label="可以这样问">
      <p>{NEXT_LEAD}</p>
      <ul class="examples">
        {suggestions.map((question) => (
          <li key={question}>
            <a href={questionLink(question)}>{question}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
