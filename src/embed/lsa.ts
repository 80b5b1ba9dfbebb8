import { Embeddings } from '@langchain/core/embeddings';
import type { Segmenter } from '../segment/segmenter.ts';
import { termsOf } from '../segment/terms.ts';
import { addScaledRow, type DenseMatrix, zeros } from './dense-matrix.ts';
import type { Embedder } from './embedder.ts';
import { type Vocabulary, weigh } from './tf-idf.ts';

/** What training learnt. */
export interface LsaModel {
  readonly id: string;
  readonly vocabulary: Vocabulary;
  /** One row a term, one column a dimension. */
  readonly basis: DenseMatrix;
}

/**
 * Latent semantic analysis: a text is the sum of its terms' places in a space where terms that keep the same
 * company lie close. Needs no network. A text with no known term is a vector of zeros, near to nothing.
 */
export class LsaEmbedder extends Embeddings implements Embedder {
  readonly model: LsaModel;
  readonly #segmenter: Segmenter;

  constructor(model: LsaModel, segmenter: Segmenter) {
    super({});
    this.model = model;
    this.#segmenter = segmenter;
  }

  get id(): string {
    return this.model.id;
  }

  get dimensions(): number {
    return this.model.basis.columns;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => this.#embed(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#embed(text);
  }

  #embed(text: string): number[] {
    const { vocabulary, basis } = this.model;
    const folded = zeros(1, basis.columns);
    for (const { column, value } of weigh(termsOf(text, this.#segmenter), vocabulary)) {
      addScaledRow(folded, 0, basis, column, value);
    }
    const length = Math.hypot(...folded.values);
    return Array.from(folded.values, (value) => (length > 0 ? value / length : 0));
  }
}
