import type { DocumentInfo, DocumentKind } from '../model.ts';
import { type CatalogueEntry, documentId, fileStem } from './catalogue-schema.ts';
import {
  ADDRESSEES,
  DATE,
  DATE_LINE,
  DOCUMENT_NUMBER,
  FIRST_HEADING,
  METADATA_LABELS,
  NOTICE,
  PLAN_NOUNS,
  squeeze,
} from './head-patterns.ts';

/** What the head of a text says of the document; null where nothing says so. */
export interface FrontMatter {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: string | null;
  readonly period: readonly [from: number, to: number] | null;
  readonly kind: DocumentKind;
  readonly region: string | null;
}

/** The head is over long before; a plan's body must not be mistaken for it. */
const HEAD_LINES = 80;
const MAX_LINE_CHARS = 600;
/** Words that end like a place: 全区, 社区, 示范区. */
const NO_PLACE = /^(?:全|我|本|各|中共)|(?:社|园|片|景|校|示范|试验|功能)区$/;

/** A file's entry and its reading text. */
export interface ReadFile {
  readonly entry: CatalogueEntry;
  readonly text: string;
}

export function documentInfo({ entry, text }: ReadFile): DocumentInfo {
  const read = readFrontMatter(text);
  const title = entry.title ?? read.title ?? fileStem(entry.file);
  return {
    id: documentId(entry),
    file: entry.file,
    title,
    shortTitle: entry.shortTitle ?? title,
    region: entry.region ?? read.region,
    aliases: entry.aliases ?? [],
    issuer: entry.issuer ?? read.issuer,
    documentNumber: entry.documentNumber ?? read.documentNumber,
    issuedOn: entry.issuedOn ?? read.issuedOn,
    period: entry.period ?? read.period,
    kind: entry.kind ?? read.kind,
    sourceUrl: entry.sourceUrl ?? null,
  };
}

export function readFrontMatter(text: string): FrontMatter {
  const lines = headLines(text);
  const labels = readLabels(lines);
  const title = readTitle(lines, labels.get('title') ?? null);
  const issuer = readSignature(lines) ?? labels.get('issuer') ?? null;
  return {
    title,
    documentNumber: readDocumentNumber(lines, labels.get('number') ?? null),
    issuer,
    issuedOn: readIssueDate(lines, labels.get('date') ?? null),
    period: title === null ? null : readPeriod(title),
    kind: title === null ? 'other' : readKind(title),
    region: (title && readRegion(title)) ?? (issuer && readRegion(issuer)) ?? null,
  };
}

function headLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    if (FIRST_HEADING.test(line.trim())) break;
    lines.push(
      line
        .slice(0, MAX_LINE_CHARS)
        .replace(/^\uFEFF/, '')
        .trim(),
    );
    if (lines.length === HEAD_LINES) break;
  }
  return lines;
}

/** `标题: | 值 |`, `标题：值` and label and value on lines of their own; the first value of a kind wins. */
function readLabels(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const cells = lines
    .slice(0, 40)
    .flatMap((line) => line.split('|'))
    .flatMap(splitGluedLabel)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^-+$/.test(cell));
  cells.forEach((cell, index) => {
    const [label = '', inline = ''] = cell.split(/[:：](.*)/s);
    const kind = METADATA_LABELS.get(squeeze(label));
    const value = inline.trim() || cells[index + 1];
    if (kind === undefined || kind === 'other' || found.has(kind)) return;
    if (value === undefined || METADATA_LABELS.has(squeeze(value).replace(/[:：]$/, ''))) return;
    found.set(kind, value);
  });
  return found;
}

/** A value run together with the label after it: `…计划的通知发文机关`. */
function splitGluedLabel(cell: string): readonly string[] {
  for (const label of METADATA_LABELS.keys()) {
    if (label.length >= 3 && cell.length > label.length && cell.endsWith(label)) {
      return [cell.slice(0, -label.length), label];
    }
  }
  return [cell];
}

function readTitle(lines: readonly string[], labelled: string | null): string | null {
  const head = squeeze(lines.join(''));
  const notice = NOTICE.exec(head)?.[1];
  if (notice !== undefined) return notice;
  const forwarded = new RegExp(
    `关于(?:印发|公布|发布)《?([^《》。]{4,60}?(?:${PLAN_NOUNS}))》?的通知`,
  );
  const named = forwarded.exec(squeeze(labelled ?? '')) ?? forwarded.exec(head);
  if (named?.[1] !== undefined) return named[1];
  const opening = new RegExp(`^([^，,。；：《》]{4,60}?(?:${PLAN_NOUNS}))(?=[，,（(])`);
  return titleOverLines(lines) ?? opening.exec(squeeze(lines[0] ?? ''))?.[1] ?? labelled;
}

/** A title alone at the top, perhaps over two or three lines. */
function titleOverLines(lines: readonly string[]): string | null {
  const whole = new RegExp(`^[^，。；：《》]{4,60}(?:${PLAN_NOUNS})(?:[（(][^）)]{2,20}[）)])?$`);
  for (const count of [3, 2, 1]) {
    const joined = squeeze(lines.slice(0, count).join(''));
    if (whole.test(joined)) return joined;
  }
  return null;
}

function readDocumentNumber(lines: readonly string[], labelled: string | null): string | null {
  const labelledNumber = DOCUMENT_NUMBER.exec(labelled ?? '')?.[0];
  if (labelledNumber !== undefined) return squeeze(labelledNumber);
  const alone = lines.find(
    (line) => DOCUMENT_NUMBER.exec(line)?.[0].length === line.length && line.length <= 30,
  );
  return alone === undefined ? null : squeeze(alone);
}

function readSignature(lines: readonly string[]): string | null {
  const signature = lines
    .filter((_, index) => DATE_LINE.test(lines[index + 1] ?? ''))
    .map(squeeze)
    .find((line) => /^[\u4e00-\u9fff]{2,30}(?:政府|办公室|委员会|管委会|局|厅|部|委)$/.test(line));
  return signature ?? null;
}

function readIssueDate(lines: readonly string[], labelled: string | null): string | null {
  const isNotice =
    NOTICE.test(squeeze(lines.join(''))) || lines.some((line) => ADDRESSEES.test(line));
  const signed = isNotice ? lines.find((line) => DATE_LINE.test(line)) : undefined;
  const date = DATE.exec(signed ?? labelled ?? '');
  if (date === null) return null;
  const [, year = '', month = '', day = ''] = date;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readPeriod(title: string): readonly [number, number] | null {
  const span = /(20\d\d)\s*年?\s*[—–\-~至到]+\s*(20\d\d)\s*年/.exec(title);
  if (span !== null) return [Number(span[1]), Number(span[2])];
  const five = /第?十([一二三四五六七八九])个?五/.exec(title)?.[1];
  if (five !== undefined) {
    const from = 2006 + '一二三四五六七八九'.indexOf(five) * 5;
    return [from, from + 4];
  }
  const single = /(20\d\d)年/.exec(title)?.[1];
  return single === undefined ? null : [Number(single), Number(single)];
}

function readKind(title: string): DocumentKind {
  if (/五年规划|“?十[一二三四五六七八九]五”?.*规划|规划.*纲要/.test(title)) return 'five-year-plan';
  if (/任务|要点|清单/.test(title)) return 'task-list';
  if (/20\d\d年.*计划/.test(title)) return 'annual-plan';
  return 'other';
}

/** The chain of place names a title begins with: 淄川区, 山东省淄博市张店区, 淄博高新区. */
function readRegion(title: string): string | null {
  const chain =
    /^(?:[\u4e00-\u9fff]{1,6}?(?:省|自治区))?(?:[\u4e00-\u9fff]{1,6}?(?:市|自治州|盟|地区))?(?:[\u4e00-\u9fff]{1,7}?(?:开发区|高新区|新区|区|县|旗))?/.exec(
      title,
    )?.[0];
  return chain === undefined || chain.length < 2 || NO_PLACE.test(chain) ? null : chain;
}
