import type { Answer, Nearest } from '../../../model.ts';
import { NEAREST_LEAD, NEAREST_ONE, NEXT_LEAD, nearestShown } from '../../nearest-words.ts';
import { passageLink } from '../links.ts';
import { Numerals } from '../numerals.tsx';
import { QuestionList } from './question-list.tsx';

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
      <blockquote>
        <Numerals text={one.quote} />
      </blockquote>
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
          <h2>{NEAREST_ONE}</h2>
          <Place one={first} />
        </section>
      )}
      {others.length > 0 && (
        <section class="nearest sources" aria-label="最接近的原文">
          <h2>{first ? '其他接近的几处：' : NEAREST_LEAD}</h2>
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
export function NextQuestions({ questions }: { readonly questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <nav class="next-questions" aria-label="可以这样问">
      <p>{NEXT_LEAD}</p>
      <QuestionList questions={questions} />
    </nav>
  );
}
