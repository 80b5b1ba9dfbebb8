import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { YoujuError } from '../errors.ts';
import { readPlan } from '../indexing/read-plan.ts';
import type { DocumentInfo } from '../model.ts';
import { type Outline, outlineOf } from '../parse/outline.ts';
import { type OutlineBlock, outlineBlocks } from '../parse/outline-blocks.ts';

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
    return await previewBytes(await readFile(path), path);
  } catch (error) {
    if (error instanceof YoujuError) return refused(path, error);
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refused(path, unreadable(path, error));
  }
}

async function previewBytes(bytes: Uint8Array, path: string): Promise<FilePreview> {
  const content = await readPlan(bytes, { file: basename(path) });
  const { document, reading, indicators, responsibilities } = content;
  const outline = outlineOf(document, indicators, responsibilities);
  const { title, shortTitle, region, issuer, documentNumber, issuedOn, period, kind } = outline;
  return {
    file: path,
    ok: true,
    info: { title, shortTitle, region, issuer, documentNumber, issuedOn, period, kind },
    pages: outline.pages,
    text: reading.text,
    sections: outline.sections,
    blocks: outlineBlocks(document),
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

function unreadable(path: string, cause: Error): YoujuError {
  return new YoujuError(
    'FILE_UNREADABLE',
    `打不开文件 ${path}（${cause.message}）。请检查文件是否存在、权限是否允许读取。`,
    { cause },
  );
}
