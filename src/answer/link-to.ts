import type { Passage } from '../model.ts';

/** Where a passage is read. */
export const linkTo = ({ documentId, id }: Passage, publicUrl: string): string =>
  `${publicUrl}/documents/${encodeURIComponent(documentId)}#p-${id}`;
