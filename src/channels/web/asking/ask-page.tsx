import type { DocumentInfo } from '../../../model.ts';
import { DocumentList } from '../document-list.tsx';
import { questionLink } from '../links.ts';
import type { Page } from '../page.ts';
import { type Answered, AnswerView } from './answer-view.tsx';
import { AskForm } from './ask-form.tsx';
import { type Asked, askedLink, fittingTurns } from './asked.ts';

/** Shown only where the document each asks about is there. */
const EXAMPLES = [
  { documentId: 'zichuan-14fyp', question: '淄川区2025年常住人口城镇化率的目标是多少？' },
  { documentId: 'zhoucun-14fyp', question: '周村区2025年森林覆盖率要达到多少？' },
  { documentId: 'zibo-2025-plan', question: '淄博市2025年地区生产总值增长目标是多少？' },
  { documentId: 'zibo-hitech-14fyp', question: '高新区的主导产业体系叫什么？' },
  { documentId: 'zichuan-2023-tasks', question: '2023年清洁高效利用化石能源由哪个部门牵头？' },
];

interface WelcomeProps {
  readonly documents: readonly DocumentInfo[];
}

function Welcome({ documents }: WelcomeProps) {
  const ids = new Set(documents.map(({ id }) => id));
  const examples = EXAMPLES.filter(({ documentId }) => ids.has(documentId));
  return (
    <div class="welcome">
      {examples.length > 0 && (
        <section aria-labelledby="examples">
          <h2 id="examples">可以这样问</h2>
          <ul class="examples">
            {examples.map(({ question }) => (
              <li key={question}>
                <a href={questionLink(question)}>{question}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="documents">
        <h2 id="documents">收录的文件</h2>
        <DocumentList documents={documents} />
      </section>
    </div>
  );
}

/** Before anything is asked. */
export const welcomePage = (documents: readonly DocumentInfo[]): Page => ({
  name: 'ask',
  title: '',
  script: 'asking',
  content: (
    <>
      <div class="lead-in">
        <h1>
          每一句回答，
          <br />
          都有原文为证
        </h1>
        <p>用平常的话提问，有据从规划文件里找出答案，逐字引用，并指明章节和页码。</p>
      </div>
      <div class="thread" />
      <AskForm documents={documents} documentId={undefined} turns={[]} />
      <Welcome documents={documents} />
    </>
  ),
});

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
          <article class="turn">
            <h1 class="question">{question}</h1>
            <div class={`answer ${outcome}`}>
              <AnswerView answered={answered} />
            </div>
          </article>
        </div>
        <AskForm documents={documents} documentId={documentId} turns={asksOn} />
      </>
    ),
  };
}
