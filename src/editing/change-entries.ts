import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUE_FILE, loadEntries } from '../catalogue/catalogue.ts';
import type { CatalogueEntry } from '../catalogue/catalogue-schema.ts';

const DRAFT = `.${CATALOGUE_FILE}.new`;

/**
 * Changes what the catalogue says of one file; the others' entries stay as they are. To be called while nobody
 * else edits. `change` is given an entry that names only the file where there was none; undefined as its result
 * takes the entry away.
 */
export async function changeEntries(
  seedsDir: string,
  file: string,
  change: (entry: CatalogueEntry) => CatalogueEntry | undefined,
): Promise<void> {
  const entries = [...(await loadEntries(seedsDir)).values()];
  const at = entries.findIndex((entry) => entry.file === file);
  const after = change(entries[at] ?? { file });
  const saysNothing = after === undefined || Object.keys(after).length === 1;
  if (at < 0 && saysNothing) return;
  const changed = entries.toSpliced(at < 0 ? entries.length : at, 1, ...(after ? [after] : []));
  const draft = join(seedsDir, DRAFT);
  await writeFile(draft, `${JSON.stringify(changed, null, 2)}\n`, { flush: true });
  await rename(draft, join(seedsDir, CATALOGUE_FILE));
}
