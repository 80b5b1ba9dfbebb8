import { readSource } from '../../src/read/read-source.ts';
import { readingText } from '../../src/read/reading-text.ts';

/** What a person would read of a file, line by line. */
export async function readLines(bytes: Uint8Array, file: string): Promise<readonly string[]> {
  return readingText(await readSource(bytes, file)).text.split('\n');
}
