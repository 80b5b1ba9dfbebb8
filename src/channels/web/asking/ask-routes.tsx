import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { renderToString } from 'preact-render-to-string';
import type { App } from '../../../app.ts';
import type { Answer, AnswerSoFar } from '../../../model.ts';
import { comparedIndicators } from '../../compared-indicators.ts';
import { explain } from '../problems.ts';
import type { Routes, Site } from '../site.ts';
import { AnswerSources, AnswerText } from './answer-text.tsx';
import { type Answered, AnswerView } from './answer-view.tsx';
import { answerPage, welcomePage } from './ask-page.tsx';
import { type Asked, askedLink, askOptions, readAsked } from './asked.ts';
import { EventStream } from './event-stream.ts';
import { takeFeedback } from './take-feedback.tsx';

export const askRoutes: Routes = (site) => [
  { method: 'get', path: '/', handle: ask(site) },
  { method: 'get', path: '/ask/stream', handle: stream(site) },
  { method: 'post', path: '/feedback', handle: takeFeedback(site) },
];

function ask({ app, render, sendKept }: Site): RequestHandler {
  return async (request, response) => {
    const asked = readAsked(request.query);
    const documents = app.documents();
    if (asked === undefined) {
      await sendKept({ request, response }, 'welcome', () => welcomePage(documents));
      return;
    }
    const id = randomUUID();
    const answer = await app.ask(asked.question, { ...askOptions(asked), answerId: id });
    const answered = toAnswered(app, asked, answer, id);
    response
      .status(answer.outcome === 'rejected' ? 400 : 200)
      .set('Cache-Control', 'no-store')
      .send(render(answerPage({ documents, asked, answered })));
  };
}

const toAnswered = (app: App, asked: Asked, answer: Answer, id: string): Answered => ({
  id,
  answer,
  link: askedLink(asked),
  ownWordsLink: askedLink({ ...asked, inOwnWords: true }),
  compared: comparedIndicators(answer, app),
  documents: app.documents(),
});

const NOTHING_ASKED: Asked = { question: '', documentId: undefined, turns: [] };

/**
 * The same answer as it is proven: `claims` each time there is another one, then `answer` with everything, or
 * `problem`. Each carries what to show, as HTML.
 */
function stream({ app, log }: Site): RequestHandler {
  return async (request, response) => {
    const asked = readAsked(request.query) ?? NOTHING_ASKED;
    const id = randomUUID();
    const events = new EventStream(response);
    const { signal } = events;
    const onClaim = (soFar: AnswerSoFar): void => events.send('claims', soFarHtml(id, soFar));
    try {
      const answer = await app.ask(asked.question, {
        ...askOptions(asked),
        answerId: id,
        signal,
        onClaim,
      });
      const answered = toAnswered(app, asked, answer, id);
      const html = renderToString(<AnswerView answered={answered} />);
      events.send('answer', { outcome: answer.outcome, link: answered.link, html });
    } catch (error) {
      if (!signal.aborted) events.send('problem', explain(error, log).explanation);
    } finally {
      events.close();
    }
  };
}

const soFarHtml = (answerId: string, answer: AnswerSoFar): string =>
  renderToString(
    <>
      <AnswerText answerId={answerId} answer={answer} />
      <AnswerSources answerId={answerId} answer={answer} isHidden />
    </>,
  );
