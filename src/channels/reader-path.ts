/** Where the pages show a document, below whatever address they have. */
export const documentPath = (documentId: string): string =>
  `/documents/${encodeURIComponent(documentId)}`;

/** Where they show a passage of it. */
export const passagePath = (documentId: string, passageId: string): string =>
  `${documentPath(documentId)}#p-${encodeURIComponent(passageId)}`;
