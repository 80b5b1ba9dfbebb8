import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import { errorToJson, isForPrograms } from './api/error-json.ts';
import { NotHere } from './not-here.ts';
import { problemPage } from './problem-page.tsx';
import { Refusal } from './refusal.ts';
import type { Site, WebLog } from './site.ts';

/** How express and its parsers mark what they cannot read. */
const badRequestSchema = z.object({ status: z.number().int().min(400).max(499) });

export function notFound({ app, render }: Site): RequestHandler {
  return (request, response) => {
    if (isForPrograms(request)) {
      const message = '没有这个接口，请看 /api/openapi.json。';
      response.status(404).json(errorToJson(undefined, 404, message));
      return;
    }
    const page = problemPage({
      stamp: stampOf(404),
      title: '没有这个页面',
      explanation: '地址可能写错了。可以从下面的文件看起，或回到提问页。',
      documents: app.documents(),
    });
    response.status(404).send(render(page));
  };
}

export interface Problem {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do. */
  readonly explanation: string;
}

/** What a person is told of an error; the log has what nobody foresaw. */
export function explain(error: unknown, log: WebLog): Problem {
  if (error instanceof NotHere)
    return { status: 404, title: error.title, explanation: error.message };
  if (error instanceof Refusal) {
    const { status, title, message: explanation } = error;
    return { status, title, explanation };
  }
  if (error instanceof YoujuError && error.code === 'DOCUMENT_UNKNOWN')
    return { status: 404, title: '没有这份文件', explanation: error.message };
  if (error instanceof YoujuError && error.code === 'EDIT_CONFLICT')
    return { status: 409, title: '文件已有变化', explanation: error.message };
  if (error instanceof YoujuError && error.code === 'INPUT_INVALID')
    return { status: 400, title: '请求有误', explanation: error.message };
  const bad = badRequestSchema.safeParse(error);
  if (bad.success) {
    const explanation = '地址或提交的内容里有读不懂的字符，或者太长，请检查后再试。';
    return { status: bad.data.status, title: '读不懂这个请求', explanation };
  }
  log.error({ err: error }, 'request failed');
  if (error instanceof YoujuError)
    return { status: 503, title: '这一页暂时打不开', explanation: error.message };
  const explanation = '问题已经记下。请稍后再试，或请维护人员查看日志。';
  return { status: 500, title: '这一页暂时打不开', explanation };
}

const STAMPS: Readonly<Record<number, string>> = { 404: '查无此处', 503: '稍候再来' };

const stampOf = (status: number): string | undefined => STAMPS[status];

/** Where the errors of pages are caught: the person reads a polite page. */
export function showProblem({ app, log, render }: Site): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.error({ err: error }, 'request failed half-way');
      next(error);
      return;
    }
    const { status, ...problem } = explain(error, log);
    if (isForPrograms(request)) {
      response
        .status(status)
        .set('Cache-Control', 'no-store')
        .json(errorToJson(error, status, problem.explanation));
      return;
    }
    const nearest = error instanceof NotHere ? error.nearest : [];
    const documents = status === 404 && nearest.length === 0 ? app.documents() : [];
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .send(render(problemPage({ ...problem, nearest, documents, stamp: stampOf(status) })));
  };
}
