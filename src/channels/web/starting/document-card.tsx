import type { OpenDocument } from '../../../app.ts';
import { nameOf } from '../../contents.ts';
import { type Opening, openingsOf } from '../about/chapter-openings.ts';
import { periodStatus } from '../about/period-status.ts';
import { documentLink, passageLink } from '../links.ts';

interface DocumentCardProps {
  readonly opened: OpenDocument;
  /** ISO 8601. */
  readonly today: string;
}

/** What it is, who issued it, when, and whether its years are running or over. */
export function DocumentCard({ opened, today }: DocumentCardProps) {
  const { info, pages } = opened.document;
  const facts = [
    info.issuer,
    info.documentNumber,
    info.issuedOn !== null && `${info.issuedOn} 印发`,
    pages !== null && `${pages} 页`,
  ].filter((fact) => fact !== null && fact !== false);
  return (
    <section class="document-card" aria-labelledby={`about-${info.id}`}>
      <h3 id={`about-${info.id}`}>
        <a class="quiet" href={`${documentLink(info.id)}/about`}>
          {info.title}
        </a>
      </h3>
      {info.replacedBy !== undefined && (
        <p class="document-replaced">
          <a href={documentLink(info.replacedBy)}>已被替代</a>
        </p>
      )}
      <p class="document-facts">
        {facts.length > 0 ? facts.join(' · ') : '原文没有写明发布机关、文号和日期'}
      </p>
      {info.period !== null && <p class="document-period">{periodStatus(info.period, today)}</p>}
      <Chapters opened={opened} />
    </section>
  );
}

/** More leads than this are a text, not an overview. */
const MAX_LEADS = 24;

function Chapters({ opened }: Pick<DocumentCardProps, 'opened'>) {
  const { id } = opened.document.info;
  const openings = openingsOf(opened);
  const leads = openings.filter(({ entry }) => entry.node.type === 'text');
  if (openings.length === 0) return null;
  if (leads.length > openings.length / 2) {
    return (
      <details>
        <summary>主要内容</summary>
        <p class="leads-remark">这份原文的章节标题已经缺失，下面是各段开头的话。</p>
        <ul class="leads">
          {leads.slice(0, MAX_LEADS).map(({ entry }) => (
            <li key={entry.id}>
              <a class="quiet" href={`${documentLink(id)}#${entry.id}`}>
                {entry.node.type === 'text' && entry.node.lead}
              </a>
            </li>
          ))}
          {leads.length > MAX_LEADS && (
            <li>
              <a href={documentLink(id)}>共 {leads.length} 处，看全文</a>
            </li>
          )}
        </ul>
      </details>
    );
  }
  return (
    <details>
      <summary>
        {openings.filter(({ entry }) => entry.node.type === 'section').length} 个部分，各讲什么
      </summary>
      <ol class="chapters">
        {openings.map((opening) => (
          <Chapter key={opening.entry.id} documentId={id} opening={opening} />
        ))}
      </ol>
    </details>
  );
}

interface ChapterProps {
  readonly documentId: string;
  readonly opening: Opening;
}

function Chapter({ documentId, opening: { entry, words, passageId } }: ChapterProps) {
  return (
    <li>
      <a class="chapter-title" href={`${documentLink(documentId)}#${entry.id}`}>
        {nameOf(entry)}
      </a>
      {words !== undefined && passageId !== undefined && (
        <a class="chapter-words" href={passageLink(documentId, passageId)}>
          {words}
        </a>
      )}
    </li>
  );
}
