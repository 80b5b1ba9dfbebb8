import type { RequestHandler } from 'express';
import type { App } from '../../../app.ts';
import { documentLabels } from '../document-labels.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { comparePage } from './compare-page.tsx';
import { type Comparison, compare } from './comparison.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { type ComparisonQuery, readComparisonQuery } from './comparison-query.ts';
import { indicatorPage } from './indicator-page.tsx';
import { isRowOrder } from './row-order.ts';

export const compareRoutes: Routes = (site) => [
  { method: 'get', path: '/compare', handle: showComparison(site) },
  { method: 'get', path: '/compare.csv', handle: sendCsv(site) },
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
    const page = first
      ? indicatorPage({ groups: [first, ...others], documents, labels, order })
      : comparePage({ comparison, query, labels });
    if (Object.keys(parameters).length === 0)
      await sendKept({ request, response }, '/compare', () => page);
    else response.status(named && !first ? 404 : 200).send(render(page));
  };
}

function sendCsv({ app, publicUrl }: Site): RequestHandler {
  return ({ query }, response) => {
    const csv = comparisonCsv(comparisonOf(app, readComparisonQuery(query)), publicUrl);
    response.attachment('indicators.csv').type('text/csv; charset=utf-8').send(csv);
  };
}
