import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Hit } from '../model.ts';

export interface PlanRetrieverInput extends BaseRetrieverInput {
  readonly search: (query: string) => Promise<readonly Hit[]>;
}

/** The same retrieval for chains built on LangChain; its `Document` stays in this file. */
export class PlanRetriever extends BaseRetriever {
  static override lc_name(): string {
    return 'PlanRetriever';
  }

  lc_namespace = ['youju', 'retrieve'];
  readonly #search: PlanRetrieverInput['search'];

  constructor({ search, ...fields }: PlanRetrieverInput) {
    super(fields);
    this.#search = search;
  }

  override async _getRelevantDocuments(query: string): Promise<Document[]> {
    const hits = await this.#search(query);
    return hits.map(
      ({ passage, score }) =>
        new Document({
          id: passage.id,
          pageContent: passage.text,
          metadata: {
            documentId: passage.documentId,
            headingPath: passage.headingPath,
            lines: passage.lines,
            page: passage.page,
            score,
          },
        }),
    );
  }
}
