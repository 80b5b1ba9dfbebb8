import type { z } from 'zod';
import { type App, outline } from '../../app.ts';
import type { DocumentInfo, Hit, Indicator, Responsibility } from '../../model.ts';
import { hitToJson } from '../answer-json.ts';
import { documentPath, passagePath } from '../reader-path.ts';
import type { Service } from './operation.ts';
import type {
  documentSchema,
  documentSummarySchema,
  foundPassageSchema,
  indicatorSchema,
  outlineSchema,
  responsibilitySchema,
} from './schemas.ts';

export function summaryToJson(info: DocumentInfo): z.infer<typeof documentSummarySchema> {
  const { id, title, shortTitle, region, issuer, documentNumber } = info;
  const { issuedOn, period, kind, sourceUrl } = info;
  return {
    ...{ id, title, shortTitle, region, issuer, documentNumber },
    ...{ issuedOn, period, kind, sourceUrl },
    replaces: info.replaces ?? null,
    replacedBy: info.replacedBy ?? null,
    path: documentPath(id),
  };
}

function indicatorToJson(indicator: Indicator): z.infer<typeof indicatorSchema> {
  const { documentId, passageId, tableTitle: _tableTitle, page: _page, ...rest } = indicator;
  return { ...rest, path: passagePath(documentId, passageId) };
}

function responsibilityToJson(task: Responsibility): z.infer<typeof responsibilitySchema> {
  const { number, title, leads, supports, documentId, passageId } = task;
  return { number, title, leads, supports, path: passagePath(documentId, passageId) };
}

/** Throws DOCUMENT_UNKNOWN. */
export function documentToJson(app: App, id: string): z.infer<typeof documentSchema> {
  const { document, indicators, responsibilities } = app.document(id);
  return {
    ...summaryToJson(document.info),
    pages: document.pages,
    sections: outline(app, id).flatMap(({ sections }) => sections),
    indicators: indicators.map(indicatorToJson),
    responsibilities: responsibilities.map(responsibilityToJson),
  };
}

/** Throws DOCUMENT_UNKNOWN. */
export function outlineToJson(app: App, id: string): z.infer<typeof outlineSchema> {
  const { info, pages } = app.document(id).document;
  return {
    documentId: id,
    title: info.title,
    pages,
    sections: outline(app, id).flatMap(({ sections }) => sections),
  };
}

export function foundToJson(
  hit: Hit,
  { app, publicUrl }: Service,
): z.infer<typeof foundPassageSchema> {
  const { id, documentId, kind, page } = hit.passage;
  const path = passagePath(documentId, id);
  const documentTitle = app.document(documentId).document.info.title;
  return { ...hitToJson(hit), kind, page, documentTitle, path, url: publicUrl + path };
}
