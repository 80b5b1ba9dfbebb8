import type { Routes } from '../site.ts';
import { documentPage } from './document-page.tsx';

export const readingRoutes: Routes = ({ app, render }) => [
  {
    method: 'get',
    path: '/documents/:id',
    handle: ({ params }, response) => {
      response.send(render(documentPage(app.document(String(params.id)))));
    },
  },
];
