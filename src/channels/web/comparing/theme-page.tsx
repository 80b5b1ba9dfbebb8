import type { SearchTerm } from '../../../app.ts';
import type { DocumentInfo, Indicator, Passage } from '../../../model.ts';
import { DocumentTicks, TextChoice } from '../choice.tsx';
import { documentLink, passageLink } from '../links.ts';
import { Numerals } from '../numerals.tsx';
import type { Page } from '../page.ts';
import { excerptOf } from '../searching/excerpt.ts';
import { readPrinted, sayPrinted } from './printed-value.ts';
import { THEMES, type ThemeQuery } from './theme-query.ts';

/** What one document says on the theme. */
export interface ThemeSide {
  readonly document: DocumentInfo;
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
}

interface ThemePageProps {
  readonly query: ThemeQuery;
  readonly documents: readonly DocumentInfo[];
  readonly sides: readonly ThemeSide[];
  readonly terms: readonly SearchTerm[];
}

const MAX_EXCERPT_CHARS = 150;

/** How plans differ on a theme: each side in its own words. */
export function themePage(props: ThemePageProps): Page {
  const { query, sides } = props;
  return {
    name: 'compare',
    title: query.theme === '' ? '按主题比较' : `${query.theme}：按主题比较`,
    content: (
      <>
        <header class="page-head">
          <h1>按主题比较</h1>
          <p>
            同一个主题，各份文件各说了什么，都是原话。也可以<a href="/compare">比较指标</a>。
          </p>
        </header>
        <Form {...props} />
        {query.theme !== '' && (
          <div class="theme-sides">
            {sides.map((side) => (
              <Side key={side.document.id} side={side} terms={props.terms} />
            ))}
          </div>
        )}
      </>
    ),
  };
}

function Form({ query, documents }: ThemePageProps) {
  return (
    <form class="filters" method="get" action="/compare/theme">
      <TextChoice
        name="theme"
        label="主题"
        value={query.theme}
        placeholder="如：教育、养老"
        offered={THEMES}
      />
      <DocumentTicks
        options={documents.map(({ id, shortTitle }) => [id, shortTitle])}
        ticked={new Set(query.shown.map(({ id }) => id))}
      />
      <button type="submit">比较</button>
    </form>
  );
}

interface SideProps {
  readonly side: ThemeSide;
  readonly terms: readonly SearchTerm[];
}

function Side({ side: { document, passages, indicators }, terms }: SideProps) {
  return (
    <section aria-labelledby={`side-${document.id}`}>
      <h2 id={`side-${document.id}`}>
        <a class="quiet" href={`${documentLink(document.id)}/about`}>
          {document.shortTitle}
        </a>
      </h2>
      {indicators.length > 0 && (
        <ul class="theme-figures">
          {indicators.map((row) => (
            <li key={row.passageId}>
              <a class="quiet" href={passageLink(document.id, row.passageId)}>
                {row.name}
                {row.unit !== null && `（${row.unit}）`}：{sayPrinted(readPrinted(row.base))} →{' '}
                <strong>{sayPrinted(readPrinted(row.target))}</strong>
              </a>
            </li>
          ))}
        </ul>
      )}
      {passages.map((passage) => (
        <figure key={passage.id}>
          <blockquote>
            <Numerals text={excerptOf(passage.quotable, terms, MAX_EXCERPT_CHARS)} />
          </blockquote>
          <figcaption>
            <a class="quiet" href={passageLink(document.id, passage.id)}>
              {passage.headingPath.at(-1) ?? document.shortTitle}
              {passage.page !== null && `，第${passage.page}页`}
            </a>
          </figcaption>
        </figure>
      ))}
      {passages.length === 0 && indicators.length === 0 && (
        <p class="row-note">这份文件里没有提到这个主题。</p>
      )}
    </section>
  );
}
