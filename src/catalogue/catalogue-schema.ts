import { z } from 'zod';
import { YoujuError } from '../errors.ts';
import { DOCUMENT_KINDS } from '../model.ts';

const year = z.number().int().min(1900).max(2200);

export const catalogueEntrySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/i, '只能用字母、数字和 - _ .')
    .optional(),
  file: z.string().min(1),
  title: z.string().min(1).optional(),
  shortTitle: z.string().min(1).optional(),
  region: z.string().min(1).optional(),
  aliases: z.array(z.string().min(1)).optional(),
  issuer: z.string().min(1).optional(),
  documentNumber: z.string().min(1).optional(),
  issuedOn: z.iso.date().optional(),
  publishedOn: z.iso.date().optional(),
  period: z
    .tuple([year, year])
    .refine(([from, to]) => from <= to, '起始年不能晚于结束年')
    .optional(),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  sourceUrl: z.url({ protocol: /^https?$/u, error: '应是 http 或 https 网址' }).optional(),
  /** Id of the document that this one takes the place of. */
  replaces: z.string().min(1).optional(),
});

export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** `path` is only for the message. */
export function parseCatalogue(json: string, path: string): readonly CatalogueEntry[] {
  const entries = z.array(z.unknown()).safeParse(parseJson(json, path));
  if (!entries.success) throw invalid(path, '最外层应是一个数组，每份规划一项。');
  return entries.data.map((entry, index) => parseEntry(entry, index, path));
}

/** The id a document would like to go by: the catalogue's, else the file's name as an address can hold it. */
export function documentId(entry: CatalogueEntry): string {
  const stem = fileStem(entry.file)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.“”（）〔〕-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
  return entry.id ?? (stem === '' ? 'document' : stem);
}

/** Of the formats that are read, as programs write them; one may hide another (计划.pdf.docx). */
const EXTENSIONS =
  /(?:\.(?:txt|text|md|markdown|x?html?|shtml|mht|mhtml|docx?|docm|wps|rtf|pdf|xls[xm]?|et))+$/iu;

/** The file's name without its extension. */
export function fileStem(file: string): string {
  const stem = file.replace(EXTENSIONS, '');
  return stem === '' ? file : stem;
}

export function invalid(path: string, why: string, cause?: unknown): YoujuError {
  return new YoujuError(
    'CATALOGUE_INVALID',
    `规划目录 ${path} 有误：${why}`,
    cause === undefined ? undefined : { cause },
  );
}

function parseJson(json: string, path: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(path, `不是合法的 JSON（${error.message}）。请检查逗号、引号和括号。`, error);
  }
}

function parseEntry(entry: unknown, index: number, path: string): CatalogueEntry {
  const result = catalogueEntrySchema.safeParse(entry);
  if (result.success) return result.data;
  const named = z.object({ file: z.string() }).safeParse(entry);
  const which = `第 ${index + 1} 项（${named.success ? named.data.file : '未写 file'}）`;
  const faults = result.error.issues.map(describeIssue).join('；');
  throw invalid(path, `${which}${faults}。`);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `有不认识的字段 ${issue.keys.join('、')}`;
  }
  const field = issue.path.length === 0 ? '整项' : `字段 ${issue.path.join('.')}`;
  return `${field} 不合要求（${issue.message}）`;
}
