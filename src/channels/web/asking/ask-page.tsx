import type { DocumentInfo } from '../../../model.ts';
import type { Page } from '../page.ts';
import { type Answered, AnswerView } from './answer-view.tsx';
import { AskForm } from './ask-form.tsx';
import { type Asked, askedLink, fittingTurns } from './asked.ts';

/** What was asked before, each to be opened again. */
function EarlierTurns({ turns, documentId }: Pick<Asked, 'turns' | 'documentId'>) {
  return (
    <ol class="earlier" aria-label="前面问过">
      {turns.map((question, at) => (
        <li key={at}>
          <a href={askedLink({ question, documentId, turns: turns.slice(0, at) })}>{question}</a>
        </li>
      ))}
    </ol>
  );
}

interface AnswerPageProps {
  readonly documents: readonly DocumentInfo[];
  readonly asked: Asked;
  readonly answered: Answered;
}

export function answerPage({ documents, asked, answered }: AnswerPageProps): Page {
  const { question, documentId, turns } = asked;
  const { outcome } = answered.answer;
  const asksOn = outcome === 'rejected' ? turns : fittingTurns([...turns, question]);
  return {
    name: 'ask',
    title: question.trim(),
    script: 'asking',
    content: (
      <>
        <div class="thread asked">
          {turns.length > 0 && <EarlierTurns turns={turns} documentId={documentId} />}
          <article class="turn" data-link={answered.link}>
            <h1 class="question">{question.trim() || '还没有写问题'}</h1>
            <div class={`answer ${outcome}`}>
              <AnswerView answered={answered} />
            </div>
          </article>
        </div>
        <AskForm
          documents={documents}
          documentId={documentId}
          turns={asksOn}
          draft={outcome === 'rejected' ? question.trim() : ''}
        />
      </>
    ),
  };
}
