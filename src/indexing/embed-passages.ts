import type { Embedder } from '../embed/embedder.ts';
import type { EmbeddingMethod } from '../embed/embedding-method.ts';
import type { Passage } from '../model.ts';
import type { ProgressReporter } from './build-progress.ts';
import { type EmbeddingEstimate, embedRemotely } from './embed-remotely.ts';
import { withKeptVectors } from './kept-vectors.ts';
import { embedderJsonOf, type PreviousIndex, passageIdsOf, vectorsOf } from './previous-index.ts';
import type { Sources } from './sources.ts';
import { VectorIndexBuilder } from './vector-index.ts';

/** Passages given to the embedder at a time. */
const GROUP_SIZE = 64;

export interface EmbeddedPassages {
  readonly embedder: Embedder;
  /** For `embedder.json`. */
  readonly json: string;
  readonly vectors: VectorIndexBuilder;
  /** How many had to be embedded; the vectors of the others were taken over. */
  readonly embedded: number;
}

/** What is embedded of a passage: its place among the headings says what its words are about. */
export const embeddedText = ({ headingPath, text }: Passage): string =>
  [...headingPath, text].join('\n');

export interface EmbedOptions {
  readonly indexDir: string;
  /** Hears what it will cost before a model elsewhere is asked for more than its name. */
  readonly onEstimate?: ((estimate: EmbeddingEstimate) => void) | undefined;
}

/** @param passages in the order of their rows */
export async function embedPassages(
  passages: readonly Passage[],
  sources: Sources,
  previous: PreviousIndex | undefined,
  progress: ProgressReporter,
  { indexDir, onEstimate }: EmbedOptions,
): Promise<EmbeddedPassages> {
  const { embedding } = sources;
  const old = previous !== undefined && isEmbeddedAlike(previous, sources) ? previous : undefined;
  const { embedder, json } =
    old === undefined ? await embedding.create(progress.signal) : keepEmbedder(old, embedding);
  const known = old === undefined ? () => undefined : vectorsById(old);
  const link = (embed: EmbedTexts): Promise<LinkedVectors> =>
    linkVectors(passages, known, embed, embedder.dimensions, progress);
  const made = { embedder, json };
  const { model } = embedding;
  if (model === undefined)
    return { ...made, ...(await link((texts) => embedder.embedDocuments(texts))) };
  return withKeptVectors(indexDir, embedder.id, async (kept) => {
    const unknown = passages.filter(({ id }) => known(id) === undefined).map(embeddedText);
    const embedded = await embedRemotely(unknown, embedder, kept, progress, (estimate) =>
      onEstimate?.({ model, ...estimate }),
    );
    const { vectors } = await link((texts) => texts.map((text) => kept.get(text)));
    kept.forgetBut(passages.map(embeddedText));
    return { ...made, vectors, embedded };
  });
}

type LinkedVectors = Pick<EmbeddedPassages, 'vectors' | 'embedded'>;
type Vector = ArrayLike<number> | undefined;
type EmbedTexts = (texts: string[]) => Promise<readonly Vector[]> | readonly Vector[];

async function linkVectors(
  passages: readonly Passage[],
  known: (id: string) => Vector,
  embed: EmbedTexts,
  dimensions: number,
  progress: ProgressReporter,
): Promise<LinkedVectors> {
  const vectors = new VectorIndexBuilder(dimensions, passages.length);
  let embedded = 0;
  await progress.inGroups(passages, GROUP_SIZE, 'embed', async (group, start) => {
    const unknown = group.filter(({ id }) => known(id) === undefined);
    embedded += unknown.length;
    const made = await embed(unknown.map(embeddedText));
    const madeById = new Map(unknown.map(({ id }, at) => [id, made[at]]));
    group.forEach(({ id }, at) => {
      const vector = madeById.get(id) ?? known(id);
      if (vector === undefined) throw new Error(`no vector for passage ${id}`);
      vectors.add(start + at, vector);
    });
  });
  return { vectors, embedded };
}

/** The vectors of an index, by passage. */
function vectorsById(previous: PreviousIndex): (id: string) => Vector {
  const rowOf = new Map(passageIdsOf(previous).map((id, row) => [id, row]));
  const vectors = vectorsOf(previous);
  return (id) => {
    const row = rowOf.get(id);
    return row === undefined ? undefined : vectors.vectorOf(row);
  };
}

/** What is embedded here is cut into words first. */
const isEmbeddedAlike = ({ manifest }: PreviousIndex, { embedding, segmenter }: Sources): boolean =>
  manifest.embedder.startsWith(`${embedding.name}:`) &&
  (embedding.model !== undefined || manifest.segmenter === segmenter.id);

function keepEmbedder(previous: PreviousIndex, embedding: EmbeddingMethod) {
  const json = embedderJsonOf(previous);
  return { embedder: embedding.restore(json), json };
}
