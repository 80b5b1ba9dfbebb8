import type { Change, OpenDocument } from '../../../app.ts';
import type { DocumentInfo } from '../../../model.ts';
import { documentLink, passageLink } from '../links.ts';
import type { Page } from '../page.ts';

interface ChangesPageProps {
  readonly before: DocumentInfo;
  readonly after: OpenDocument;
  /** Figures first. */
  readonly changes: readonly Change[];
}

/** What a newer edition says otherwise, word for word. */
export function changesPage({ before, after, changes }: ChangesPageProps): Page {
  const { info } = after.document;
  const figures = changes.filter(({ isFigure }) => isFigure);
  const others = changes.filter(({ isFigure }) => !isFigure);
  return {
    name: 'changes',
    title: `${info.shortTitle}改了什么`,
    content: (
      <>
        <header class="page-head">
          <h1>改了什么</h1>
          <p>
            从<a href={documentLink(before.id)}>{before.title}</a>到
            <a href={documentLink(info.id)}>{info.title}</a>：
            {changes.length === 0
              ? '两版内容相同。'
              : `共 ${changes.length} 处，其中 ${figures.length} 处改了数字。`}
            <del>这样</del>的字删去了，<ins>这样</ins>的字是新的。
          </p>
        </header>
        <Part id="figures" title="改了数字的" changes={figures} after={after} />
        <Part id="others" title="其他改动" changes={others} after={after} />
      </>
    ),
  };
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly after: OpenDocument;
}

function Part({ id, title, changes, after }: PartProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol class="changes">
        {changes.map((change, index) => (
          <li key={index}>
            <p class="change-place">
              <Where change={change} after={after} />
            </p>
            <p>
              <Words change={change} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Where({ change, after }: { readonly change: Change; readonly after: OpenDocument }) {
  const { headingPath, name, linesAfter } = change;
  const words = [...headingPath, ...(name === null ? [] : [name])].join(' › ') || '文件开头';
  const [line] = linesAfter ?? [];
  const passage =
    line === undefined
      ? undefined
      : after.passages.find(
          ({ lines, kind }) => kind !== 'outline' && lines[0] <= line && line <= lines[1],
        );
  if (passage === undefined) return <>{words}</>;
  return (
    <a class="quiet" href={passageLink(after.document.info.id, passage.id)}>
      {words}
    </a>
  );
}

function Words({ change: { pieces } }: { readonly change: Change }) {
  return (
    <>
      {pieces.map((piece, index) => {
        if (piece.in === 'before') return <del key={index}>{piece.text}</del>;
        if (piece.in === 'after') return <ins key={index}>{piece.text}</ins>;
        return piece.text;
      })}
    </>
  );
}
