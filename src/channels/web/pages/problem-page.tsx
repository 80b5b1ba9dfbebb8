import type { DocumentInfo } from '../../../model.ts';
import { Layout } from '../layout.tsx';
import { DocumentList } from './document-list.tsx';

interface ProblemPageProps {
  readonly title: string;
  /** What happened and what to do. */
  readonly explanation: string;
  /** Where to go on; empty where there is nowhere. */
  readonly documents?: readonly DocumentInfo[];
}

export function ProblemPage({ title, explanation, documents = [] }: ProblemPageProps) {
  return (
    <Layout page="problem" title={`${title} · 有据`}>
      <h1>{title}</h1>
      <p>{explanation}</p>
      {documents.length > 0 && (
        <>
          <h2>收录的文件</h2>
          <DocumentList documents={documents} />
        </>
      )}
      <p>
        <a href="/">回到提问页</a>
      </p>
    </Layout>
  );
}
