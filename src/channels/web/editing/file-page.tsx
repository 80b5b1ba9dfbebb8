import type { DocumentInfo, Refusal } from '../../../model.ts';
import { documentLink } from '../links.ts';
import type { Page } from '../page.ts';
import { CorrectionsFields } from './corrections-fields.tsx';
import { EDIT, editLink } from './edit-links.ts';
import { UploadForm } from './upload-form.tsx';

interface FilePageProps {
  readonly file: string;
  /** What a form brings back to say that the file was seen so. */
  readonly seen: string;
  /** Undefined of a file that could never be read. */
  readonly info: DocumentInfo | undefined;
  readonly passages: number;
  readonly refusal: Refusal | undefined;
}

/** One file: to be set right, replaced or taken away. */
export const filePage = ({ file, seen, info, passages, refusal }: FilePageProps): Page => ({
  name: 'edit',
  title: info?.title ?? file,
  content: (
    <>
      <header class="page-head">
        <h1>{info?.title ?? file}</h1>
        <p>
          {file} {info !== undefined && <a href={documentLink(info.id)}>看全文</a>}{' '}
          <a href={EDIT}>回到加入文件</a>
        </p>
      </header>
      {refusal !== undefined && <p class="notice">{refusal.message}</p>}
      {info !== undefined && (
        <section aria-labelledby="correct">
          <h2 id="correct">更正</h2>
          <form method="post" action={`${editLink(file)}/correct`}>
            <input type="hidden" name="seen" value={seen} />
            <CorrectionsFields id="correct" read={info} />
            <button type="submit">保存</button>
            <p class="section-lead">清空一栏，就回到从文件里读到的内容。</p>
          </form>
        </section>
      )}
      <section aria-labelledby="replace">
        <h2 id="replace">替换</h2>
        <UploadForm replaces={file} />
      </section>
      <section aria-labelledby="remove">
        <h2 id="remove">移出</h2>
        <form method="post" action={`${editLink(file)}/remove`}>
          <input type="hidden" name="seen" value={seen} />
          <p>
            {passages === 0
              ? '移出后不再列出这个文件。'
              : `移出后，它的 ${passages} 个段落不再作为答案的依据，指向它们的链接会说明文件已撤下。`}
            原件另存一份，不会丢失。
          </p>
          <button type="submit" class="danger">
            移出这份文件
          </button>
        </form>
      </section>
    </>
  ),
});
