import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import { NotHere } from './not-here.ts';
import { problemPage } from './problem-page.tsx';
import type { Site } from './site.ts';

/** How express marks an address it cannot read. */
const badRequestSchema = z.object({ status: z.number().int().min(400).max(499) });

export function notFound({ app, render }: Site): RequestHandler {
  return (_request, response) => {
    const page = problemPage({
      title: '没有这个页面',
      explanation: '地址可能写错了。可以从下面的文件看起，或回到提问页。',
      documents: app.documents(),
    });
    response.status(404).send(render(page));
  };
}

/** The only place where a web error is caught: the person reads a polite page, the log has the rest. */
export function showProblem({ app, log, render }: Site): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (error instanceof NotHere) {
      const { title, message: explanation, nearest } = error;
      response.status(404).send(render(problemPage({ title, explanation, nearest })));
      return;
    }
    if (error instanceof YoujuError && error.code === 'DOCUMENT_UNKNOWN') {
      const explanation = error.message;
      const page = problemPage({ title: '没有这份文件', explanation, documents: app.documents() });
      response.status(404).send(render(page));
      return;
    }
    if (badRequestSchema.safeParse(error).success) {
      const explanation = '地址里有读不懂的字符，请检查后再试。';
      response.status(400).send(render(problemPage({ title: '地址不完整', explanation })));
      return;
    }
    log.error({ err: error }, 'request failed');
    const isForeseen = error instanceof YoujuError;
    const explanation = isForeseen
      ? error.message
      : '问题已经记下。请稍后再试，或请维护人员查看日志。';
    response
      .status(isForeseen ? 503 : 500)
      .send(render(problemPage({ title: '这一页暂时打不开', explanation })));
  };
}
