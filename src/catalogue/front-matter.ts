import type { DocumentInfo, DocumentKind } from '../model.ts';
import { type CatalogueEntry, documentId, fileStem } from './catalogue-schema.ts';
import { type HeadLine, headLines } from './head-lines.ts';
import {
  ADDRESSEES,
  DATE_LINE,
  DOCUMENT_NUMBER,
  METADATA_LABELS,
  NOTICE,
  squeeze,
} from './head-patterns.ts';
import { datedOn, dateIn, givenOn, publishedOn } from './read-dates.ts';
import { readKind, readPeriod } from './read-kind.ts';
import { readPlace } from './read-place.ts';
import { readTitle } from './read-title.ts';
import { shortTitle } from './short-title.ts';

/** What a text says of the document it is; null where nothing says so. */
export interface FrontMatter {
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  /** Signed, given or adopted, else published. */
  readonly issuedOn: string | null;
  readonly publishedOn: string | null;
  readonly period: readonly [from: number, to: number] | null;
  readonly kind: DocumentKind;
  readonly region: string | null;
}

/** Who a document is, and what had to be left open, in Chinese, for people. */
export interface Identified {
  readonly info: DocumentInfo;
  readonly warnings: readonly string[];
}

/** What the catalogue says of a file, and its reading text. */
export interface Identifiable {
  readonly entry: CatalogueEntry;
  readonly text: string;
}

export const documentInfo = (file: Identifiable): DocumentInfo => identify(file).info;

/** Reads who a document is; what the catalogue says wins. */
export function identify({ entry, text }: Identifiable): Identified {
  const read = readFrontMatter(text);
  const title = entry.title ?? read.title ?? fileStem(entry.file);
  const region = entry.region ?? read.region;
  const kind = entry.kind ?? (entry.title === undefined ? read.kind : readKind(entry.title));
  const period = entry.period ?? read.period;
  const published = entry.publishedOn ?? read.publishedOn;
  const info: DocumentInfo = {
    id: documentId(entry),
    file: entry.file,
    title,
    shortTitle: entry.shortTitle ?? shortTitle({ title, region, period, kind }),
    region,
    aliases: entry.aliases ?? [],
    issuer: entry.issuer ?? read.issuer,
    documentNumber: entry.documentNumber ?? read.documentNumber,
    issuedOn: entry.issuedOn ?? read.issuedOn,
    ...(published !== null && { publishedOn: published }),
    period,
    kind,
    sourceUrl: entry.sourceUrl ?? null,
  };
  return { info, warnings: openQuestions(info, entry.title ?? read.title) };
}

function openQuestions(info: DocumentInfo, title: string | null): readonly string[] {
  return [
    ...(title === null ? ['没有读出标题，暂用文件名代替。请在目录里写明标题。'] : []),
    ...(info.region === null ? ['没有读出是哪个地方的文件。请在目录里写明地方。'] : []),
  ];
}

export function readFrontMatter(text: string): FrontMatter {
  const lines = headLines(text);
  const labels = readLabels(lines);
  const title = readTitle(lines, labels.get('title') ?? null, text);
  const issuer =
    readSignature(lines.map(({ text: line }) => line)) ??
    labels.get('issuer') ??
    readSignature(lastLines(text));
  const kind = title === null ? 'other' : readKind(title);
  const given = givenOn(lines);
  const dated = datedOn(lines);
  const number = readDocumentNumber(lines, labels.get('number') ?? null);
  return {
    title,
    documentNumber: number,
    issuer,
    issuedOn:
      readIssueDate(lines, labels.get('date') ?? null) ??
      given ??
      signedAtEnd(lastLines(text)) ??
      dated,
    publishedOn: publishedOn(lines),
    period: title === null ? null : readPeriod(title, kind, given ?? dated),
    kind,
    region: readPlace(title, placesOfIssue(labels, issuer), lines, text),
  };
}

const LAST_LINES = 12;

const lastLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-LAST_LINES);

/** Offices to read a place from: the whole title of the page, which names the office, and who signed. */
const placesOfIssue = (labels: ReadonlyMap<string, string>, issuer: string | null): string[] =>
  [labels.get('title'), issuer].flatMap((said) => (said ? [squeeze(said)] : []));

/** `标题: | 值 |`, `标题：值` and label and value on lines of their own; the first value of a kind wins. */
function readLabels(lines: readonly HeadLine[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const cells = lines
    .slice(0, 40)
    .flatMap(({ text }) => text.split('|'))
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

function readDocumentNumber(lines: readonly HeadLine[], labelled: string | null): string | null {
  const labelledNumber = DOCUMENT_NUMBER.exec(labelled ?? '')?.[0];
  if (labelledNumber !== undefined) return squeeze(labelledNumber);
  const alone = lines.find(
    ({ text }) => DOCUMENT_NUMBER.exec(text)?.[0].length === text.length && text.length <= 30,
  );
  return alone === undefined ? null : alone.flat;
}

const isDateAlone = (line: string): boolean => DATE_LINE.test(line) || CHINESE_DATE_LINE.test(line);
const CHINESE_DATE_LINE = /^[一二][〇○零一二三四五六七八九]{3}年.{1,3}月.{1,3}日$/u;

const SIGNATURE =
  /^[\u4e00-\u9fff]{2,30}(?:政府|办公室|办公厅|国务院|委员会|管委会|局|厅|部|委|署)$/u;

/** An office with a date on the line below. */
function readSignature(lines: readonly string[]): string | null {
  const signature = lines
    .filter((_, index) => isDateAlone(lines[index + 1] ?? ''))
    .map(squeeze)
    .find((line) => SIGNATURE.test(line) || line === '国务院');
  return signature ?? null;
}

function signedAtEnd(lines: readonly string[]): string | null {
  const date = lines.find((line, index) => {
    const above = squeeze(lines[index - 1] ?? '');
    return isDateAlone(line) && (SIGNATURE.test(above) || above === '国务院');
  });
  return date === undefined ? null : dateIn(date);
}

function readIssueDate(lines: readonly HeadLine[], labelled: string | null): string | null {
  const isNotice =
    NOTICE.test(lines.map(({ flat }) => flat).join('')) ||
    lines.some(({ text }) => ADDRESSEES.test(text));
  const signed = isNotice ? lines.find(({ text }) => isDateAlone(text)) : undefined;
  return dateIn(signed?.text ?? labelled ?? '');
}
