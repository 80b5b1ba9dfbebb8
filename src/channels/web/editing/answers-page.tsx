import type { App, EditorWriting, Report } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { type ReportLine, unansweredLines, wrongLines } from '../../report-words.ts';
import type { Page } from '../page.ts';
import { ANSWERS, EDIT } from './edit-links.ts';

export interface AnswersPageProps {
  readonly report: Report;
  readonly documents: readonly DocumentInfo[];
  readonly approved: ReturnType<App['approved']['list']>;
  /** What stands in the form. */
  readonly writing: EditorWriting;
  /** Why it was not kept. */
  readonly problem?: string;
}

/** What people did not find, and where editors write the answer to it. */
export const answersPage = ({
  report,
  documents,
  approved,
  writing,
  problem,
}: AnswersPageProps): Page => ({
  name: 'edit',
  title: '没问到的问题',
  content: (
    <>
      <header class="page-head">
        <h1>没问到的问题</h1>
        <p>
          最近 30 天问了 {report.asked} 次，答了 {report.answered} 次。这里不含是谁问的。
          <a href={EDIT}>加入文件</a>
        </p>
      </header>
      <Lines title="没有答上的" lines={unansweredLines(report, documents)} />
      <Lines title="标为没帮助的" lines={wrongLines(report, documents)} />
      <WritingForm writing={writing} problem={problem} />
      <section aria-labelledby="approved">
        <h2 id="approved">已写的编者答</h2>
        {approved.length === 0 && <p>还没有。</p>}
        <ul class="edit-list">
          {approved.map(({ id, questions, sentences }) => (
            <li key={id}>
              {questions.join(' / ')}
              <span class="document-facts">{sentences.join('')}</span>
              <form method="post" action={`${ANSWERS}/${encodeURIComponent(id)}/remove`}>
                <button type="submit">删除</button>
              </form>
            </li>
          ))}
        </ul>
      </section>
    </>
  ),
});

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {lines.length === 0 && <p>没有。</p>}
      <ul class="edit-list">
        {lines.map(({ title: asked, details, question }, at) => (
          <li key={at}>
            {asked}
            <span class="document-facts">
              {details.join(' · ')}
              {question !== null && (
                <>
                  {' '}
                  <a href={`${ANSWERS}?${new URLSearchParams({ q: question })}#write`}>写答案</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WritingForm({
  writing: { questions, text, sources },
  problem,
}: Pick<AnswersPageProps, 'writing'> & { readonly problem: string | undefined }) {
  return (
    <section aria-labelledby="write">
      <h2 id="write">写一个答案</h2>
      <p>每句都会按原文核对，核对不过的不能保存。有人这样问时先给它，并标明“编者答”。</p>
      {problem !== undefined && (
        <p class="notice" role="alert">
          {problem}
        </p>
      )}
      <form class="corrections" method="post" action={ANSWERS}>
        <label for="questions">问题，一行一种问法</label>
        <textarea id="questions" name="questions" rows={3} required maxLength={2000}>
          {questions.join('\n')}
        </textarea>
        <label for="text">答案，一句或几句</label>
        <textarea id="text" name="text" rows={4} required maxLength={2000}>
          {text}
        </textarea>
        <label for="sources">依据：从阅读页复制的段落链接，一行一个</label>
        <textarea id="sources" name="sources" rows={3} required maxLength={4000}>
          {sources.join('\n')}
        </textarea>
        <button type="submit">核对并保存</button>
      </form>
    </section>
  );
}
