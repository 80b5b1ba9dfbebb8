import type { SharedAnswer } from '../../../app.ts';
import { sourcedText, unmarkedText } from '../../../export/sourced-text.ts';
import type { DocumentInfo } from '../../../model.ts';
import { AnswerNearest } from '../asking/answer-nearest.tsx';
import { AnswerSources } from '../asking/answer-text.tsx';
import { AnswerBody, type Answered } from '../asking/answer-view.tsx';
import { askedLink } from '../asking/asked.ts';
import type { Page } from '../page.ts';

interface SharedPageProps {
  readonly shared: SharedAnswer;
  readonly answered: Answered;
  /** Address of the page, to be passed on. */
  readonly address: string;
  /** Who opens it may take it back. */
  readonly isOwner: boolean;
  readonly canEdit: boolean;
  readonly revokeLink: string;
  readonly editorRevokeLink: string;
  /** Of the documents cited: those that have changed since in the words cited, or are gone. */
  readonly changed: readonly string[];
}

const dayOf = (ms: number): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(ms);

/** The very answer that was shared, with the editions it stood on. */
export function sharedPage(props: SharedPageProps): Page {
  const { shared, answered, changed } = props;
  const { question, notes } = shared.answer;
  return {
    name: 'ask',
    title: question.trim(),
    script: 'asking',
    content: (
      <>
        <div class="thread asked shared">
          <p class="remark">
            这是 {dayOf(shared.sharedMs)} 分享的答案，照当时的样子显示，{dayOf(shared.expiresMs)}
            前可以打开。
          </p>
          {changed.length > 0 && (
            <p class="notice" role="status">
              分享之后，所引的文字有变：{changed.join('；')}。引用前请核对现行文本。
            </p>
          )}
          <article class="turn">
            {shared.turns.length > 0 && (
              <p class="answer-note">接着问的：{shared.turns.join(' → ')}</p>
            )}
            <h1 class="question">{question}</h1>
            <div class={`answer ${shared.answer.outcome}`}>
              <AnswerBody answered={answered} />
              <AnswerNearest answer={answered.answer} />
              {notes.map((note, at) => (
                <p key={at} class="answer-note">
                  说明：{note}
                </p>
              ))}
              <AnswerSources answerId={answered.id} answer={answered.answer} />
              <Tools {...props} />
            </div>
          </article>
          <Editions documents={answered.documents} shared={shared} />
        </div>
      </>
    ),
  };
}

function Tools({
  answered,
  address,
  isOwner,
  canEdit,
  revokeLink,
  editorRevokeLink,
}: SharedPageProps) {
  const { answer, asked } = answered;
  return (
    <div class="answer-tools">
      <p class="share-address">
        <label for="share-address">链接</label>
        <input id="share-address" readonly value={address} />
      </p>
      <div class="take-along">
        <button type="button" hidden data-copy={address}>
          复制链接
        </button>
        <button type="button" hidden data-copy={unmarkedText(answer)}>
          复制
        </button>
        <button type="button" hidden data-copy={sourcedText(answer)}>
          复制带出处
        </button>
        <button type="button" hidden data-print="">
          打印
        </button>
        <a href={askedLink(asked)}>现在再问一次</a>
        {isOwner && (
          <form method="post" action={revokeLink}>
            <button type="submit">撤回分享</button>
          </form>
        )}
        {canEdit && !isOwner && (
          <form method="post" action={editorRevokeLink}>
            <button type="submit">编辑撤回</button>
          </form>
        )}
      </div>
    </div>
  );
}

function Editions({
  shared,
  documents,
}: {
  readonly shared: SharedAnswer;
  readonly documents: readonly DocumentInfo[];
}) {
  return (
    <p class="answer-note">
      依据的版本：
      {shared.editions
        .map(({ documentId, title, issuedOn }) => {
          const isThere = documents.some(({ id }) => id === documentId);
          return `《${title}》${issuedOn === null ? '' : `（${issuedOn}）`}${isThere ? '' : '，现已撤下'}`;
        })
        .join('；')}
    </p>
  );
}
