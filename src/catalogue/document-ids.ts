import type { Seed } from './catalogue.ts';
import { documentId } from './catalogue-schema.ts';

/**
 * An id for each file, no two alike. The catalogue's come first, then those the files had before, then the names
 * without extension; where a name is taken the extension is added (plan, plan-docx), then a number.
 * @param idBefore what a file was called in the index that stands
 */
export function documentIds(
  seeds: readonly Pick<Seed, 'entry' | 'file'>[],
  idBefore: (file: string) => string | undefined = () => undefined,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const give = (file: string, id: string): void => {
    if (taken.has(id) || ids.has(file)) return;
    taken.add(id);
    ids.set(file, id);
  };
  for (const { entry, file } of seeds) if (entry.id !== undefined) give(file, entry.id);
  for (const { entry, file } of seeds) {
    const before = idBefore(file);
    if (before !== undefined && candidates(entry.id ?? documentId(entry), file).includes(before)) {
      give(file, before);
    }
  }
  for (const { entry, file } of seeds) {
    const free = candidates(documentId(entry), file).find((id) => !taken.has(id));
    give(file, free ?? numbered(documentId(entry), taken));
  }
  return ids;
}

function candidates(id: string, file: string): readonly string[] {
  const extension = /\.([a-z0-9]+)$/iu.exec(file)?.[1]?.toLowerCase();
  return extension === undefined ? [id] : [id, `${id}-${extension}`];
}

function numbered(id: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
