import type { SearchTerm } from '../../../app.ts';
import type { DocumentInfo, Hit } from '../../../model.ts';
import { ALL, Choice, TextChoice } from '../choice.tsx';
import { questionLink } from '../links.ts';
import type { Page } from '../page.ts';
import { filterHits, filterOptions } from './search-filters.ts';
import { SearchHit } from './search-hit.tsx';
import { isNarrowed, KINDS, type SearchQuery, searchLink } from './search-query.ts';

interface SearchPageProps {
  readonly query: SearchQuery;
  readonly documents: readonly DocumentInfo[];
  /** All that were found, best first; the query's filters are applied here. */
  readonly hits: readonly Hit[];
  /** There may be more, less relevant ones. */
  readonly isCut?: boolean;
  readonly terms: readonly SearchTerm[];
  /** Why nothing was looked for. */
  readonly refusal?: string | undefined;
}

const HITS_A_PAGE = 20;

function SearchForm({ query, documents, hits }: SearchPageProps) {
  const { chapters, years, kinds } = filterOptions(hits);
  return (
    <form class="filters" method="get" action="/search">
      <TextChoice
        label="找什么"
        value={query.text}
        placeholder="如：创新平台、养老、城镇化率"
        shortcut="/"
      />
      <button type="submit">检索</button>
      {(hits.length > 0 || isNarrowed(query)) && (
        <div class="narrowing">
          <Choice
            name="document"
            label="文件"
            value={query.documentId}
            options={[ALL, ...documents.map(({ id, shortTitle }) => [id, shortTitle] as const)]}
          />
          <Choice
            name="chapter"
            label="章节"
            value={query.chapter}
            options={[ALL]}
            groups={documents
              .map(({ id, shortTitle }) => ({
                label: shortTitle,
                options: chapters.get(id) ?? [],
              }))
              .filter(({ options }) => options.length > 0)}
          />
          <Choice name="year" label="提到的年份" value={query.year} options={[ALL, ...years]} />
          <Choice
            name="kind"
            label="种类"
            value={query.kind}
            options={[ALL, ...kinds]}
            unlistedLabel={query.kind === '' ? undefined : KINDS[query.kind]}
          />
        </div>
      )}
    </form>
  );
}

function Pages({ query, count }: { readonly query: SearchQuery; readonly count: number }) {
  const last = Math.ceil(count / HITS_A_PAGE);
  if (last <= 1) return null;
  const { page } = query;
  return (
    <nav class="pages" aria-label="翻页">
      {page > 1 && (
        <a rel="prev" href={searchLink({ ...query, page: page - 1 })}>
          上一页
        </a>
      )}
      <span>
        第 {page} 页，共 {last} 页
      </span>
      {page < last && (
        <a rel="next" href={searchLink({ ...query, page: page + 1 })}>
          下一页
        </a>
      )}
    </nav>
  );
}

function Results({ query, documents, hits, isCut, terms }: SearchPageProps) {
  const left = filterHits(hits, query);
  const first = (query.page - 1) * HITS_A_PAGE;
  const shown = left.slice(first, first + HITS_A_PAGE);
  const titles = new Map(documents.map(({ id, shortTitle }) => [id, shortTitle]));
  if (shown.length === 0) return <NothingFound query={query} hits={hits} />;
  return (
    <>
      <p class="result-line">
        <span role="status">
          {isCut && '最相关的 '}
          {left.length} 段原文
        </span>
        <span class="keys" hidden>
          按 / 改检索词，按 j、k 或 ↓、↑ 逐条看，按回车打开
        </span>
        <a href={questionLink(query.text)}>把它当问题问</a>
      </p>
      <ol class="hits" start={first + 1}>
        {shown.map(({ passage }) => (
          <SearchHit
            key={passage.id}
            passage={passage}
            terms={terms}
            shortTitle={titles.get(passage.documentId) ?? passage.documentId}
          />
        ))}
      </ol>
      <Pages query={query} count={left.length} />
    </>
  );
}

function NothingFound({ query, hits }: Pick<SearchPageProps, 'query' | 'hits'>) {
  const everywhere = searchLink({
    ...query,
    documentId: '',
    chapter: '',
    year: '',
    kind: '',
    page: 1,
  });
  const hasMore = isNarrowed(query) || query.page > 1;
  return (
    <div class="empty">
      <p role="status">没有找到{hasMore ? '合适' : '提到它'}的原文。</p>
      <ul>
        {(hasMore || hits.length > 0) && (
          <li>
            <a href={everywhere}>去掉筛选再找</a>
          </li>
        )}
        <li>换个更短、更像公文的词，如“城镇化率”“营商环境”</li>
        <li>
          <a href={questionLink(query.text)}>当问题问</a>：口语的说法，提问时认得更多
        </li>
      </ul>
    </div>
  );
}

const EXAMPLES = ['城镇化率', '创新平台', '养老', '营商环境', '数字经济', '孝妇河'];

function Welcome() {
  return (
    <div class="empty">
      <p>在全部文件的原文里找，按相关程度排列。比如：</p>
      <ul class="words">
        {EXAMPLES.map((word) => (
          <li key={word}>
            <a href={`/search?${new URLSearchParams({ q: word })}`}>{word}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function searchPage(props: SearchPageProps): Page {
  const { query, refusal } = props;
  return {
    name: 'search',
    title: query.text === '' ? '检索' : `检索：${query.text.slice(0, 40)}`,
    script: 'searching',
    content: (
      <>
        <header class="page-head">
          <h1>检索原文</h1>
        </header>
        <SearchForm {...props} />
        {refusal !== undefined && <p class="empty">{refusal}</p>}
        {refusal === undefined && (query.text === '' ? <Welcome /> : <Results {...props} />)}
      </>
    ),
  };
}
