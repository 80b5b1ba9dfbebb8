import type { DocumentInfo } from '../../model.ts';
import { DocumentList } from './document-list.tsx';
import type { Near } from './not-here.ts';
import type { Page } from './page.ts';

interface ProblemPageProps {
  readonly title: string;
  /** What happened and what to do. */
  readonly explanation: string;
  /** What may have been meant. */
  readonly nearest?: readonly Near[];
  /** Where to go on; empty where there is nowhere. */
  readonly documents?: readonly DocumentInfo[];
  /** Four letters that say the same as a picture. */
  readonly stamp?: string | undefined;
}

export function problemPage({
  title,
  explanation,
  nearest = [],
  documents = [],
  stamp,
}: ProblemPageProps): Page {
  return {
    name: 'problem',
    title,
    content: (
      <>
        {stamp !== undefined && (
          <p class="stamp" aria-hidden="true">
            {stamp}
          </p>
        )}
        <h1>{title}</h1>
        <p>{explanation}</p>
        {nearest.length > 0 && (
          <>
            <h2>最接近的</h2>
            <ul class="document-list">
              {nearest.map(({ label, address }) => (
                <li key={address}>
                  <a href={address}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {documents.length > 0 && (
          <>
            <h2>收录的文件</h2>
            <DocumentList documents={documents} />
          </>
        )}
        <p>
          <a href="/">回到提问页</a>
        </p>
      </>
    ),
  };
}
