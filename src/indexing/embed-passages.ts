import type { Embedder } from '../embed/embedder.ts';
import type { EmbeddingMethod } from '../embed/embedding-method.ts';
import type { Passage } from '../model.ts';
import type { ProgressReporter } from './build-progress.ts';
import { embedderJsonOf, type PreviousIndex, passageIdsOf, vectorsOf } from './previous-index.ts';
import type { Sources } from './sources.ts';
import { VectorIndexBuilder } from './vector-index.ts';

/** A trained embedder is trained anew once so large a share of the passages came or went since it was. */
const MAX_DRIFT = 0.2;

/** Passages given to the embedder at a time. */
const GROUP_SIZE = 64;

export interface EmbeddedPassages {
  readonly embedder: Embedder;
  /** For `embedder.json`. */
  readonly json: string;
  readonly vectors: VectorIndexBuilder;
  readonly drift: number;
  /** How many had to be embedded; the vectors of the others were taken over. */
  readonly embedded: number;
}

/** What is embedded of a passage: its place among the headings says what its words are about. */
export const embeddedText = ({ headingPath, text }: Passage): string =>
  [...headingPath, text].join('\n');

/** @param passages in the order of their rows */
export async function embedPassages(
  passages: readonly Passage[],
  sources: Sources,
  previous: PreviousIndex | undefined,
  progress: ProgressReporter,
): Promise<EmbeddedPassages> {
  const knownIds = previous === undefined ? [] : passageIdsOf(previous);
  const drift = driftOf(passages, knownIds, previous?.manifest.drift ?? 0);
  const kept =
    previous !== undefined && canKeepEmbedder(previous, sources, drift, passages.length)
      ? previous
      : undefined;
  await progress.step(0, 1, 'train');
  const { embedder, json } =
    kept === undefined
      ? await sources.embedding.create(passages.map(embeddedText))
      : keepEmbedder(kept, sources.embedding);
  await progress.step(1, 1, 'train');

  const rowOf = new Map(kept === undefined ? [] : knownIds.map((id, row) => [id, row]));
  const old = kept === undefined ? undefined : vectorsOf(kept);
  const vectors = new VectorIndexBuilder(embedder.dimensions, passages.length);
  let embedded = 0;
  await progress.inGroups(passages, GROUP_SIZE, 'embed', async (group, start) => {
    const unknown = group.filter(({ id }) => !rowOf.has(id));
    embedded += unknown.length;
    const made = await embedder.embedDocuments(unknown.map(embeddedText));
    const madeById = new Map(unknown.map(({ id }, at) => [id, made[at]]));
    group.forEach(({ id }, at) => {
      const vector = madeById.get(id) ?? old?.vectorOf(rowOf.get(id) ?? 0);
      if (vector === undefined) throw new Error(`embedder ${embedder.id} gave no vector for ${id}`);
      vectors.add(start + at, vector);
    });
  });
  return { embedder, json, vectors, drift: kept === undefined ? 0 : drift, embedded };
}

function driftOf(
  passages: readonly Passage[],
  knownIds: readonly string[],
  before: number,
): number {
  const known = new Set(knownIds);
  const present = new Set(passages.map(({ id }) => id));
  const came = passages.filter(({ id }) => !known.has(id)).length;
  const went = knownIds.filter((id) => !present.has(id)).length;
  return before + came + went;
}

function canKeepEmbedder(
  { manifest }: PreviousIndex,
  { embedding, segmenter }: Sources,
  drift: number,
  size: number,
): boolean {
  if (!manifest.embedder.startsWith(`${embedding.name}:`)) return false;
  return !embedding.isTrained || (manifest.segmenter === segmenter.id && drift <= MAX_DRIFT * size);
}

function keepEmbedder(previous: PreviousIndex, embedding: EmbeddingMethod) {
  const json = embedderJsonOf(previous);
  return { embedder: embedding.restore(json), json };
}
