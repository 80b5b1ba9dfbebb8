import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { askOptions, readAsked } from '../asking/asked.ts';
import { toAnswered } from '../asking/to-answered.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { presentPage } from './present-page.tsx';

export const presentRoutes: Routes = (site) => [
  { method: 'get', path: '/present', handle: present(site) },
];

function present({ app, render }: Site): RequestHandler {
  return async ({ query }, response) => {
    const asked = readAsked(query);
    const wanted = Number(/^\d{1,3}$/u.exec(textParameter(query.n) ?? '')?.[0] ?? 1);
    response.set('Cache-Control', 'no-store');
    if (asked === undefined) {
      response.send(render(presentPage({ answered: undefined, wanted })));
      return;
    }
    const answer = await app.ask(asked.question, askOptions(asked));
    const answered = toAnswered(app, asked, answer, randomUUID());
    response
      .status(answer.outcome === 'rejected' ? 400 : 200)
      .send(render(presentPage({ answered, wanted })));
  };
}
