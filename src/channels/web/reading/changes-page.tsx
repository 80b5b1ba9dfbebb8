import type { Change } from '../../../app.ts';
import type { Page } from '../page.ts';

/** What is compared; without an address where it is not in the index yet. */
export interface Compared {
  readonly title: string;
  readonly address?: string;
}

interface ChangesPageProps {
  readonly before: Compared;
  readonly after: Compared;
  /** Figures first. */
  readonly changes: readonly Change[];
  /** Where a change can be read in its place. */
  readonly linkOf?: (change: Change) => string | undefined;
}

/** What a newer edition says otherwise, word for word. */
export function changesPage({ before, after, changes, linkOf }: ChangesPageProps): Page {
  const figures = changes.filter(({ isFigure }) => isFigure);
  const others = changes.filter(({ isFigure }) => !isFigure);
  return {
    name: 'changes',
    title: `${after.title}改了什么`,
    content: (
      <>
        <header class="page-head">
          <h1>改了什么</h1>
          <p>
            从<Named compared={before} />到
            <Named compared={after} />：
            {changes.length === 0
              ? '两版内容相同。'
              : `共 ${changes.length} 处，其中 ${figures.length} 处改了数字。`}
            <del>这样</del>的字删去了，<ins>这样</ins>的字是新的。
          </p>
        </header>
        <Part id="figures" title="改了数字的" changes={figures} linkOf={linkOf} />
        <Part id="others" title="其他改动" changes={others} linkOf={linkOf} />
      </>
    ),
  };
}

const Named = ({ compared: { title, address } }: { readonly compared: Compared }) =>
  address === undefined ? title : <a href={address}>{title}</a>;

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly linkOf: ChangesPageProps['linkOf'];
}

function Part({ id, title, changes, linkOf }: PartProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol class="changes">
        {changes.map((change, index) => (
          <li key={index}>
            <p class="change-place">
              <Where change={change} link={linkOf?.(change)} />
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

interface WhereProps {
  readonly change: Change;
  readonly link: string | undefined;
}

function Where({ change: { headingPath, name }, link }: WhereProps) {
  const words = [...headingPath, ...(name === null ? [] : [name])].join(' › ') || '文件开头';
  if (link === undefined) return <>{words}</>;
  return (
    <a class="quiet" href={link}>
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
