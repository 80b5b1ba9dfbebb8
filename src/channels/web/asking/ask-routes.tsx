import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { renderToString } from 'preact-render-to-string';
import type { AnswerSoFar } from '../../../model.ts';
import { oncePerGeneration } from '../once-per-generation.ts';
import { explain } from '../problems.ts';
import { textParameter } from '../query-parameters.ts';
import type { Routes, Site } from '../site.ts';
import { soon } from '../soon.ts';
import { NextQuestions } from './answer-nearest.tsx';
import { AnswerSources, AnswerText } from './answer-text.tsx';
import { AnswerView } from './answer-view.tsx';
import { answerPage } from './ask-page.tsx';
import { type Asked, askOptions, readAsked } from './asked.ts';
import { EventStream } from './event-stream.ts';
import { nextQuestions } from './next-questions.ts';
import { takeFeedback } from './take-feedback.tsx';
import { toAnswered } from './to-answered.ts';
import { type Welcoming, welcomePage } from './welcome-page.tsx';

export const askRoutes: Routes = (site) => [
  { method: 'get', path: '/', handle: ask(site) },
  { method: 'get', path: '/ask/stream', handle: stream(site) },
  { method: 'post', path: '/feedback', handle: takeFeedback(site) },
];

function ask(site: Site): RequestHandler {
  const { app, render, sendKept, examples, recent } = site;
  const welcomed = oncePerGeneration(app, () => welcome(site));
  return async (request, response) => {
    const asked = readAsked(request.query);
    const documents = app.documents();
    if (asked === undefined) {
      const welcoming = await soon(welcomed(), WAIT_FOR_EXAMPLES_MS);
      const wanted = textParameter(request.query.document);
      const documentId = documents.find(({ id }) => id === wanted)?.id;
      const page = () => welcomePage({ documents, documentId, welcoming });
      if (welcoming) await sendKept({ request, response }, `welcome ${documentId ?? ''}`, page);
      else response.set('Cache-Control', 'no-store').send(render(page()));
      return;
    }
    const id = randomUUID();
    const answer = await app.ask(asked.question, { ...askOptions(asked), answerId: id });
    const answered = toAnswered(app, asked, answer, id);
    recent.keep(id, { asked, answer });
    const next = (await soon(nextQuestions(answer, app, examples), WAIT_FOR_NEXT_MS)) ?? [];
    response
      .status(answer.outcome === 'rejected' ? 400 : 200)
      .set('Cache-Control', 'no-store')
      .send(render(answerPage({ documents, asked, answered: { ...answered, next } })));
  };
}

const EXAMPLES = 3;
/** Nobody waits for a page because its examples are still being tried. */
const WAIT_FOR_EXAMPLES_MS = 1500;
/** Nor for an answer because it is still being tried what can be asked next. */
const WAIT_FOR_NEXT_MS = 500;

/** Some questions, and one more with its answer. */
async function welcome({ app, examples }: Site): Promise<Welcoming> {
  const [question, ...others] = await examples();
  const offered = others.slice(0, EXAMPLES);
  if (question === undefined) return { examples: offered, shown: undefined };
  const asked = { ...NOTHING_ASKED, question };
  const answer = await app.ask(question);
  return { examples: offered, shown: toAnswered(app, asked, answer, 'shown') };
}

const NOTHING_ASKED: Asked = { question: '', documentId: undefined, turns: [] };

/**
 * The same answer as it is proven: `claims` each time there is another one, then `answer` with everything, or
 * `problem`; after an answer `next` with what to ask now. Each carries what to show, as HTML.
 */
function stream({ app, log, examples, recent }: Site): RequestHandler {
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
      recent.keep(id, { asked, answer });
      const html = renderToString(<AnswerView answered={answered} />);
      events.send('answer', { outcome: answer.outcome, link: answered.link, html });
      const questions = signal.aborted ? [] : await nextQuestions(answer, app, examples);
      events.send('next', renderToString(<NextQuestions questions={questions} />));
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
