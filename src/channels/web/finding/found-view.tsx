import type { DocumentInfo } from '../../../model.ts';
import { passageLink, questionLink } from '../links.ts';
import { excerptOf } from '../searching/excerpt.ts';
import { markTerms } from '../searching/mark-terms.ts';
import type { Found } from './find-everywhere.ts';
import { type KnownName, SORTS, type Sort } from './known-names.ts';

interface FoundViewProps {
  readonly found: Found;
  readonly documents: readonly DocumentInfo[];
}

const ORDER: readonly Sort[] = ['document', 'indicator', 'heading', 'task'];
const MAX_EXCERPT_CHARS = 80;

/** What was found, by sort; and the same words as a question. */
export function FoundView({ found, documents }: FoundViewProps) {
  const { text, names, hits } = found;
  if (text === '')
    return <p class="found-none">输入文件、章节、指标、任务或原文里的词；拼音也可以。</p>;
  return (
    <div class="found">
      <section>
        <ul>
          <li>
            <a class="found-ask" href={questionLink(text)}>
              问：{text}
            </a>
          </li>
        </ul>
      </section>
      {ORDER.map((sort) => (
        <Names key={sort} title={SORTS[sort]} names={names.get(sort) ?? []} />
      ))}
      {hits.length > 0 && <Hits found={found} documents={documents} />}
      {names.size === 0 && hits.length === 0 && (
        <p class="found-none">没有找到。可以换个词，或当问题问。</p>
      )}
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly KnownName[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {names.map(({ name, address, within }) => (
          <li key={address}>
            <a href={address}>
              {name}
              {within !== null && <small>{within}</small>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hits({ found: { text, hits, terms }, documents }: FoundViewProps) {
  const titles = new Map(documents.map(({ id, shortTitle }) => [id, shortTitle]));
  return (
    <section>
      <h2>原文</h2>
      <ul>
        {hits.map(({ passage: { documentId, id, quotable } }) => (
          <li key={id}>
            <a href={passageLink(documentId, id)}>
              <span>
                {markTerms(excerptOf(quotable, terms, MAX_EXCERPT_CHARS), terms).map((piece, at) =>
                  piece.isMarked ? <mark key={at}>{piece.text}</mark> : piece.text,
                )}
              </span>
              <small>{titles.get(documentId)}</small>
            </a>
          </li>
        ))}
        <li>
          <a href={`/search?${new URLSearchParams({ q: text })}`}>在原文里检索“{text}”的全部结果</a>
        </li>
      </ul>
    </section>
  );
}
