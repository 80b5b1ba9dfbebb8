import type { RequestHandler } from 'express';
import type { Routes, Site } from '../site.ts';
import { tasksOf } from './task-list.ts';
import { readTaskQuery } from './task-query.ts';
import { tasksPage } from './tasks-page.tsx';

export const tasksRoutes: Routes = (site) => [
  { method: 'get', path: '/tasks', handle: showTasks(site) },
];

function showTasks({ app, render, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const page = () => tasksPage({ tasks: tasksOf(app), query: readTaskQuery(request.query) });
    if (Object.keys(request.query).length === 0)
      await sendKept({ request, response }, '/tasks', page);
    else response.send(render(page()));
  };
}
