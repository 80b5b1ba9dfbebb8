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
}

export function problemPage({
  title,
  explanation,
  nearest = [],
  documents = [],
}: ProblemPageProps): Page {
  return {
    name: 'problem',
    title,
    content: (
      <>
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
