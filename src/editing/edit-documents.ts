import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadSeeds } from '../catalogue/catalogue.ts';
import { documentIds } from '../catalogue/document-ids.ts';
import { digestOf, digestSeedFile, readFileAt } from '../catalogue/seed-file.ts';
import { YoujuError } from '../errors.ts';
import { findPrevious, withEarlierContents } from '../indexing/previous-index.ts';
import { type Preview, previewFile } from './preview-file.ts';
import { addSeed, type EditingPlace, removeSeed } from './seed-changes.ts';

export interface AddOptions {
  /** Let the file take the place of one of the same name. */
  readonly replace?: boolean;
}

/** Copies a file into the seeds folder if it can be read; a refusal tells why it was not. Indexes nothing. */
export async function addFile(
  place: EditingPlace,
  path: string,
  { replace = false }: AddOptions = {},
): Promise<Preview> {
  const preview = await previewFile(path);
  if (!preview.ok) return preview;
  try {
    const [file, bytes] = [basename(path), await readFileAt(path)];
    const isThere = existsSync(join(place.seedsDir, file));
    const digest = isThere ? await digestSeedFile(place.seedsDir, file) : undefined;
    if (digest === digestOf(bytes)) return preview;
    const replaced = replace && digest !== undefined ? { file, digest } : undefined;
    await addSeed(place, { file, bytes, ...(replaced && { replaced }) });
    return preview;
  } catch (error) {
    if (!(error instanceof YoujuError)) throw error;
    const { code, message } = error;
    return { file: path, ok: false, error: { code, message } };
  }
}

export interface Removal {
  readonly file: string;
  /** Where the file lies now. */
  readonly keptAt: string;
}

/**
 * Takes a document's file out of the seeds folder and keeps it elsewhere; a file that could never be read goes by
 * its name. Indexes nothing. Throws DOCUMENT_UNKNOWN, and INPUT_INVALID for the last one there is.
 */
export async function removeDocument(
  place: EditingPlace & { readonly indexDir: string },
  idOrFile: string,
): Promise<Removal> {
  const { seeds } = await loadSeeds(place.seedsDir);
  const ids = await idsOf(seeds, place.indexDir);
  const seed = seeds.find(({ file }) => ids.get(file) === idOrFile || file === idOrFile);
  if (seed === undefined) {
    const known = [...ids.values()].join('、');
    throw new YoujuError('DOCUMENT_UNKNOWN', `没有编号为 ${idOrFile} 的文件。现有：${known}。`);
  }
  return {
    file: seed.file,
    keptAt: await removeSeed(place, { file: seed.file, digest: seed.digest }),
  };
}

/** What each file is called: as in the index where there is one. */
async function idsOf(
  seeds: Awaited<ReturnType<typeof loadSeeds>>['seeds'],
  indexDir: string,
): Promise<ReadonlyMap<string, string>> {
  const previous = await findPrevious(indexDir);
  if (previous === undefined) return documentIds(seeds);
  return withEarlierContents(previous, async ({ idOf }) => documentIds(seeds, idOf));
}
