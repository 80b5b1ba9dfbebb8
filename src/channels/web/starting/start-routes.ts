import type { RequestHandler } from 'express';
import { dayInChina } from '../about/period-status.ts';
import { oncePerGeneration } from '../once-per-generation.ts';
import type { Routes, Site } from '../site.ts';
import { answeredThemes } from './answered-questions.ts';
import { keyIndicators } from './key-indicators.ts';
import { startPage } from './start-page.tsx';

export const startRoutes: Routes = (site) => [
  { method: 'get', path: '/start', handle: showStart(site, () => new Date()) },
];

const KEY_INDICATORS = 6;

function showStart({ app, sendKept }: Site, now: () => Date): RequestHandler {
  const themesOf = oncePerGeneration(app, () => answeredThemes(app));
  return async (request, response) => {
    const themes = await themesOf();
    const today = dayInChina(now());
    await sendKept({ request, response }, `/start ${today}`, () =>
      startPage({
        documents: app.documents().map(({ id }) => app.document(id)),
        indicators: keyIndicators(app.indicators(), KEY_INDICATORS),
        slogans: app.slogans(),
        refusals: app.refusals(),
        themes,
        today,
      }),
    );
  };
}
