import type { Citation } from '../model.ts';

/** What a link adds so that the page can tell the cited words from the rest of the passage; often nothing. */
export const wordsQuery = ({ passageId, words }: Pick<Citation, 'passageId' | 'words'>): string =>
  words === undefined ? '' : `?w=${passageId}.${words}`;

/** Where a person goes to see the citation: it opens at the passage with just the cited words highlighted. */
export const citedUrl = (citation: Pick<Citation, 'url' | 'passageId' | 'words'>): string =>
  citation.url.replace('#', `${wordsQuery(citation)}#`);
