import type { SourceDocument } from '../../model.ts';
import { decodeText } from './decode-text.ts';

/** Plain text: each line is a paragraph as it stands, blank ones too. */
export async function readText(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const lines = decodeText(bytes, file).split('\n');
  return {
    format: 'txt',
    blocks: lines.map((text, index) => ({
      type: 'paragraph',
      text,
      place: { type: 'line', line: index + 1 },
    })),
    pages: null,
    warnings: [],
  };
}
