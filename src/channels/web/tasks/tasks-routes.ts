import type { RequestHandler } from 'express';
import { oncePerGeneration } from '../once-per-generation.ts';
import type { Routes, Site } from '../site.ts';
import { tasksOf } from './task-list.ts';
import { readTaskQuery } from './task-query.ts';
import { tasksPage } from './tasks-page.tsx';

export const tasksRoutes: Routes = (site) => [
  { method: 'get', path: '/tasks', handle: showTasks(site) },
];

function showTasks({ app, render, sendKept }: Site): RequestHandler {
  const tasksNow = oncePerGeneration(app, async () => tasksOf(app));
  return async (request, response) => {
    const tasks = await tasksNow();
    const query = readTaskQuery(request.query);
    const page = () => tasksPage({ tasks, query });
    const isWhole = Object.keys(request.query).every((name) => name === 'by');
    if (isWhole) await sendKept({ request, response }, `/tasks ${query.by}`, page);
    else response.send(render(page()));
  };
}
