import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SourceBlock } from '../../src/model.ts';
import { withNumber } from '../../src/read/automatic-number.ts';
import { readSource } from '../../src/read/read-source.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'files');

/** Paragraphs and rows of a file, white space aside. */
async function textsOf(file: string): Promise<readonly string[]> {
  const { blocks } = await readSource(readFileSync(join(FOLDER, file)), file);
  return blocks.flatMap(textsOfBlock).map((text) => text.replace(/\s+/gu, ''));
}

function textsOfBlock(block: SourceBlock): readonly string[] {
  if (block.type === 'table') {
    return block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|'));
  }
  return [block.type === 'heading' ? withNumber(block.number, block.text) : block.text];
}

test('a document is the same as .doc and as .docx', async () => {
  expect(await textsOf('farm-machinery-2018.doc')).toEqual(
    await textsOf('farm-machinery-2018.docx'),
  );
});
