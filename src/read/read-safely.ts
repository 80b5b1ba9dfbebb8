import type { SourceDocument } from '../model.ts';
import { formatOf, readSource } from './read-source.ts';
import { createSafeReader, type SafeReader } from './safe-reader.ts';

/** One for the process: files share its worker. */
let reader: SafeReader | null = null;

/**
 * `readSource` for bytes of unknown origin: in a worker, within limits of time, memory and inflated size.
 * Plain text is read here, for it only has to be decoded: without other files no worker starts.
 */
export async function readSafely(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  if (formatOf(bytes, file).format === 'txt') return await readSource(bytes, file);
  reader ??= createSafeReader();
  return await reader.read(bytes, file);
}
