import type { Editor } from '../../../app.ts';
import type { DocumentInfo, Refusal } from '../../../model.ts';
import { documentLink } from '../links.ts';
import type { Page } from '../page.ts';
import { ANSWERS, EDIT, editLink } from './edit-links.ts';
import { StagedCard, type StagedView } from './staged-card.tsx';
import { UploadForm } from './upload-form.tsx';

interface EditPageProps {
  readonly documents: readonly DocumentInfo[];
  readonly refusals: readonly Refusal[];
  readonly staged: readonly StagedView[];
  readonly ingest: ReturnType<Editor['ingestState']>;
}

/** Where editors add files and see what became of them. */
export const editPage = ({ documents, refusals, staged, ingest }: EditPageProps): Page => ({
  name: 'edit',
  title: '加入文件',
  script: 'editing',
  content: (
    <>
      <header class="page-head">
        <h1>加入文件</h1>
        <p>
          <a href={ANSWERS}>没问到的问题</a>
        </p>
      </header>
      <IngestNotice ingest={ingest} />
      <UploadForm />
      {staged.length > 0 && (
        <section aria-labelledby="staged">
          <h2 id="staged">待确认</h2>
          {staged.map((view) => (
            <StagedCard key={view.staged.token} {...view} />
          ))}
        </section>
      )}
      <section aria-labelledby="documents">
        <h2 id="documents">现有文件</h2>
        <ul class="edit-list">
          {documents.map(({ id, title, file }) => (
            <li key={id}>
              <a class="quiet" href={documentLink(id)}>
                {title}
              </a>
              <span class="document-facts">
                {file} <a href={editLink(file)}>更正、替换或移出</a>
              </span>
            </li>
          ))}
          {refusals
            .filter(({ keptAs }) => keptAs === null)
            .map(({ file, message }) => (
              <li key={file}>
                {message} <a href={editLink(file)}>替换或移出</a>
              </li>
            ))}
        </ul>
      </section>
    </>
  ),
});

const PHASES: Readonly<Record<string, string>> = {
  parse: '读取文件',
  train: '准备向量',
  embed: '计算向量',
  terms: '整理词语',
  write: '写入索引',
  publish: '启用索引',
};

/** How far the index is; scripts take its words anew from the page while it is running. */
export function IngestNotice({ ingest }: Pick<EditPageProps, 'ingest'>) {
  return (
    <div id="ingest" aria-live="polite" data-state={ingest.state}>
      {ingest.state === 'running' && (
        <p class="notice">
          正在更新索引：{PHASES[ingest.phase] ?? ingest.phase}，{ingest.done}/{ingest.total}
          。期间可以照常提问。<a href={EDIT}>刷新</a>
        </p>
      )}
      {ingest.state === 'done' && (
        <p class="notice">索引已更新，现有 {ingest.documents} 份文件。</p>
      )}
      {ingest.state === 'failed' && (
        <p class="notice" role="alert">
          {ingest.message}
        </p>
      )}
    </div>
  );
}
