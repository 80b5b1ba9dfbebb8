import type { DocumentInfo } from '../../model.ts';
import { documentLink } from './links.ts';

export function DocumentList({ documents }: { readonly documents: readonly DocumentInfo[] }) {
  return (
    <ul class="document-list">
      {documents.map(({ id, title, documentNumber, issuedOn }) => (
        <li key={id}>
          <a href={documentLink(id)}>{title}</a>
          <small>{[documentNumber, issuedOn].filter((part) => part !== null).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}
