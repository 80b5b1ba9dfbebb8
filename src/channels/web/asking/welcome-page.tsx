import type { DocumentInfo } from '../../../model.ts';
import { documentLink, questionLink } from '../links.ts';
import type { Page } from '../page.ts';
import { changesLink } from '../reading/document-notices.tsx';
import { AnswerSources } from './answer-text.tsx';
import { AnswerBody, type Answered } from './answer-view.tsx';
import { AskForm } from './ask-form.tsx';
import { QuestionList } from './question-list.tsx';

/** What shows what can be asked. */
export interface Welcoming {
  /** Questions that are answered. */
  readonly examples: readonly string[];
  /** One more, with its answer. */
  readonly shown: Answered | undefined;
}

interface WelcomeProps {
  readonly documents: readonly DocumentInfo[];
  /** The one the box asks of; all where undefined. */
  readonly documentId: string | undefined;
  /** Undefined while it is being found out. */
  readonly welcoming: Welcoming | undefined;
}

/** Before anything is asked: what this is, the box, and what it does, seen on these very documents. */
export const welcomePage = ({ documents, documentId, welcoming }: WelcomeProps): Page => ({
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
      <AskForm documents={documents} documentId={documentId} turns={[]} />
      <div class="welcome" data-pending={welcoming === undefined || undefined}>
        {welcoming !== undefined && welcoming.examples.length > 0 && (
          <section aria-labelledby="examples">
            <h2 id="examples">可以这样问</h2>
            <QuestionList questions={welcoming.examples} />
          </section>
        )}
        {welcoming?.shown && <Shown answered={welcoming.shown} />}
        <New documents={documents} />
      </div>
    </>
  ),
});

function Shown({ answered }: { readonly answered: Answered }) {
  const { id, answer } = answered;
  return (
    <section class="shown" aria-labelledby="shown">
      <h2 id="shown">答案是这样的</h2>
      <article>
        <h3 class="question">
          <a class="quiet" href={questionLink(answer.question)}>
            {answer.question}
          </a>
        </h3>
        <div class="answer">
          <AnswerBody answered={answered} />
          <AnswerSources answerId={id} answer={answer} />
        </div>
      </article>
    </section>
  );
}

const MOST_NEW = 5;

const dateOf = ({ issuedOn, publishedOn }: DocumentInfo): string => issuedOn ?? publishedOn ?? '';

/** The newest documents, and which of them took the place of another. */
function New({ documents }: Pick<WelcomeProps, 'documents'>) {
  const newest = documents
    .filter(({ replacedBy }) => replacedBy === undefined)
    .toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))
    .slice(0, MOST_NEW);
  if (newest.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">文件</h2>
      <ul class="document-list">
        {newest.map((info) => (
          <li key={info.id}>
            <a href={`${documentLink(info.id)}/about`}>{info.title}</a>
            <small>
              {[info.documentNumber, dateOf(info)].filter(Boolean).join(' · ')}
              {info.replaces !== undefined && (
                <>
                  {' '}
                  新版，<a href={changesLink(info.id)}>看改了什么</a>
                </>
              )}
            </small>
          </li>
        ))}
      </ul>
      <p class="all-documents">
        <a href="/start#documents">全部 {documents.length} 份文件</a>
      </p>
    </section>
  );
}
