import type { StagedFile, StagedReading } from '../../../app.ts';
import { gapAfterNumber } from '../../heading-words.ts';
import { CorrectionsFields } from './corrections-fields.tsx';
import { EDIT, stagedChangesLink } from './edit-links.ts';

type Read = Extract<StagedReading, { readonly ok: true }>;

/** A staged file with what it would take the place of, if anything, as it was when the page was made. */
export interface StagedView {
  readonly staged: StagedFile;
  readonly replaced: ReplacedView | undefined;
}

export interface ReplacedView {
  readonly file: string;
  /** What a form brings back to say that the file was seen so. */
  readonly seen: string;
  /** Undefined of a file that could never be read. */
  readonly title: string | undefined;
}

/** What was read of a file, what was not, and what to do with it. */
export function StagedCard({ staged, replaced }: StagedView) {
  const { token, file, reading } = staged;
  return (
    <section class="staged" aria-labelledby={`staged-${token}`}>
      <h3 id={`staged-${token}`}>{reading.ok ? reading.info.title : file}</h3>
      <p class="document-facts">{file}</p>
      {reading.ok ? (
        <>
          <Found reading={reading} />
          <form method="post" action={`${EDIT}/staged/${token}/add`}>
            <CorrectionsFields id={token} read={{ ...reading.info, sourceUrl: null }} />
            {replaced !== undefined && <Replacing token={token} replaced={replaced} />}
            <button type="submit">{replaced === undefined ? '加入' : '替换'}</button>
          </form>
        </>
      ) : (
        <p class="notice" role="alert">
          {reading.error.message}
        </p>
      )}
      <form method="post" action={`${EDIT}/staged/${token}/discard`}>
        <button type="submit" class="quiet">
          放弃
        </button>
      </form>
    </section>
  );
}

function Replacing({
  token,
  replaced,
}: {
  readonly token: string;
  readonly replaced: ReplacedView;
}) {
  return (
    <p class="remark">
      <input type="hidden" name="replaces" value={replaced.file} />
      <input type="hidden" name="seen" value={replaced.seen} />
      将代替现有的{replaced.title ?? replaced.file}；旧的文件另存，不会丢失。
      {replaced.title !== undefined && <a href={stagedChangesLink(token)}>先看改了什么</a>}
    </p>
  );
}

function Found({ reading }: { readonly reading: Read }) {
  const { info, pages, tables, indicators, responsibilities, sections, warnings } = reading;
  const counts = [
    ...(pages === null ? [] : [`${pages} 页`]),
    `${tables} 张表`,
    `${indicators} 项指标`,
    `${responsibilities} 项任务分工`,
  ];
  const facts = [info.issuer, info.documentNumber, info.issuedOn, ...counts];
  return (
    <>
      <p class="document-facts">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {warnings.length > 0 && (
        <ul class="warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>读到 {sections.length} 个部分</summary>
        <Headings sections={sections} depth={0} />
      </details>
    </>
  );
}

const SHOWN_DEPTH = 2;

function Headings({
  sections,
  depth,
}: {
  readonly sections: Read['sections'];
  readonly depth: number;
}) {
  if (sections.length === 0 || depth === SHOWN_DEPTH) return null;
  return (
    <ul class="headings">
      {sections.map((section, index) => (
        <li key={index}>
          {section.number}
          {gapAfterNumber(section)}
          {section.title}
          <Headings sections={section.children} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}
