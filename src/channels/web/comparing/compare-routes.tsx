import type { Request, RequestHandler } from 'express';
import type { App, IndicatorGroup } from '../../../app.ts';
import type { Indicator } from '../../../model.ts';
import { documentLabels } from '../document-labels.ts';
import { NotHere } from '../not-here.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { chartFile } from './chart-file.tsx';
import { comparePage } from './compare-page.tsx';
import { type Comparison, compare, unitOf } from './comparison.ts';
import { type ComparisonQuery, readComparisonQuery } from './comparison-query.ts';
import { comparisonRows, HEADINGS } from './comparison-rows.ts';
import { toCsv } from './csv.ts';
import { indicatorPage } from './indicator-page.tsx';
import { rowsWithTarget, whyNotComparable } from './measure.ts';
import { isRowOrder } from './row-order.ts';
import { toXlsx } from './xlsx.ts';

export const compareRoutes: Routes = (site) => [
  { method: 'get', path: '/compare', handle: showComparison(site) },
  { method: 'get', path: '/compare.csv', handle: sendCsv(site) },
  { method: 'get', path: '/compare.xlsx', handle: sendXlsx(site) },
  { method: 'get', path: '/compare.svg', handle: sendChart(site) },
];

const comparisonOf = (app: App, query: ComparisonQuery): Comparison =>
  compare(app.indicators(), app.documents(), query);

function showComparison({ app, render, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const { query: parameters } = request;
    const named = textParameter(parameters.indicator);
    const [first, ...others] = named ? app.indicators(named) : [];
    // A name that no table has is looked for in all names.
    const query = readComparisonQuery({ ...parameters, ...(named && { q: named }) });
    const comparison = comparisonOf(app, query);
    const { documents } = comparison;
    const labels = documentLabels(documents);
    const sort = textParameter(parameters.sort);
    const order = isRowOrder(sort) ? sort : 'document';
    const question = first && `各区${first.name}对比`;
    const isAnswered = question !== undefined && (await app.isAnswered(question));
    const page = first
      ? indicatorPage({
          groups: [first, ...others],
          question: isAnswered ? question : undefined,
          documents,
          labels,
          order,
        })
      : comparePage({ comparison, query, labels });
    if (Object.keys(parameters).length === 0)
      await sendKept({ request, response }, '/compare', () => page);
    else response.status(named && !first ? 404 : 200).send(render(page));
  };
}

/** What an address asks for: one indicator of all documents, or what the page compares. */
function rowsAsked(
  { app, publicUrl }: Pick<Site, 'app' | 'publicUrl'>,
  { query: parameters }: Request,
): readonly (readonly string[])[] {
  const named = textParameter(parameters.indicator);
  const documents = app.documents();
  const options = { documents, siteUrl: publicUrl };
  if (named) return comparisonRows(app.indicators(named), { ...options, isShown: () => true });
  const { lines, shown } = comparisonOf(app, readComparisonQuery(parameters));
  const isShown = ({ documentId }: Indicator): boolean => shown.some(({ id }) => id === documentId);
  return comparisonRows(
    lines.map(({ group }) => group),
    { ...options, isShown },
  );
}

function sendCsv(site: Site): RequestHandler {
  return (request, response) => {
    const csv = toCsv([HEADINGS, ...rowsAsked(site, request)]);
    response.attachment('indicators.csv').type('text/csv; charset=utf-8').send(csv);
  };
}

function sendXlsx(site: Site): RequestHandler {
  return (request, response) => {
    const book = toXlsx('指标', HEADINGS, rowsAsked(site, request));
    response.attachment('indicators.xlsx').send(book);
  };
}

function sendChart({ app }: Site): RequestHandler {
  return ({ query }, response) => {
    const named = textParameter(query.indicator) ?? '';
    const group = app.indicators(named).find(isDrawable);
    if (group === undefined)
      throw new NotHere('没有这张图', '没有叫这个名字、又可以作图的指标。', [
        { label: '全部指标', address: '/compare' },
      ]);
    const svg = chartFile({
      name: group.name,
      unit: unitOf(group),
      rows: rowsWithTarget(group.rows),
      labels: documentLabels(
        app.documents().filter(({ id }) => group.rows.some((row) => row.documentId === id)),
      ),
    });
    response.attachment('indicator.svg').type('image/svg+xml').send(svg);
  };
}

function isDrawable({ rows }: IndicatorGroup): boolean {
  const drawn = rowsWithTarget(rows);
  return drawn.length > 0 && whyNotComparable(drawn) === undefined;
}
