import { basename } from 'node:path';
import { documentId } from '../catalogue/catalogue-schema.ts';
import { readFileAt } from '../catalogue/seed-file.ts';
import { YoujuError } from '../errors.ts';
import { contentOf, readPlan } from '../indexing/read-plan.ts';
import type { DocumentInfo, PlanDocument } from '../model.ts';
import { type Outline, outlineOf } from '../parse/outline.ts';
import { type OutlineBlock, outlineBlocks } from '../parse/outline-blocks.ts';
import { readSafely } from '../read/read-safely.ts';

/** What would be read of a file, or why it would be refused; as `youju read --json` prints it. */
export type Preview = FilePreview | RefusedPreview;

export interface FilePreview extends Pick<Outline, 'sections' | 'indicators' | 'responsibilities'> {
  /** As it was named by whoever asked. */
  readonly file: string;
  readonly ok: true;
  readonly info: Omit<DocumentInfo, 'id' | 'file' | 'aliases' | 'sourceUrl'>;
  readonly pages: number | null;
  /** Reading text: one line a paragraph or row. */
  readonly text: string;
  readonly blocks: readonly OutlineBlock[];
  readonly warnings: readonly string[];
}

export interface RefusedPreview {
  readonly file: string;
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string };
}

/** Reads a file anywhere on the disk and keeps nothing. */
export async function previewFile(path: string): Promise<Preview> {
  try {
    return await previewBytes(await readFileAt(path), path);
  } catch (error) {
    if (error instanceof YoujuError) return refused(path, error);
    throw error;
  }
}

/** A document anywhere on the disk, read as if it were added. Throws a FILE_ code. */
export async function readDocument(path: string): Promise<PlanDocument> {
  const entry = { file: basename(path) };
  return (await readPlan(await readFileAt(path), entry, documentId(entry))).document;
}

async function previewBytes(bytes: Uint8Array, path: string): Promise<FilePreview> {
  const entry = { file: basename(path) };
  const source = await readSafely(bytes, entry.file);
  const content = contentOf(source, entry, documentId(entry));
  const { document, reading, indicators, responsibilities } = content;
  const outline = outlineOf(document, indicators, responsibilities);
  const { title, shortTitle, region, issuer, documentNumber, issuedOn, period, kind } = outline;
  const { publishedOn } = outline;
  return {
    file: path,
    ok: true,
    info: {
      ...{ title, shortTitle, region, issuer, documentNumber, issuedOn, period, kind },
      ...(publishedOn !== undefined && { publishedOn }),
    },
    pages: outline.pages,
    text: reading.text,
    sections: outline.sections,
    blocks: outlineBlocks(document, source),
    indicators: outline.indicators,
    responsibilities: outline.responsibilities,
    warnings: reading.warnings,
  };
}

const refused = (file: string, { code, message }: YoujuError): RefusedPreview => ({
  file,
  ok: false,
  error: { code, message },
});
