import express, { type RequestHandler, type Response } from 'express';
import { type ExportedAnswer, wordFile, wordFileName } from '../../../export/word-file.ts';
import { givenAnswer } from '../asking/given-answer.ts';
import { Refusal } from '../refusal.ts';
import type { Routes, Site } from '../site.ts';
import { exportedHistorySchema, fromExported, toExported } from './exported-answer.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** All that a device remembers. */
const MAX_HISTORY = '4mb';

export const exportRoutes: Routes = (site) => [
  { method: 'post', path: '/export', handle: exportAnswer(site) },
  { method: 'post', path: '/export/history', handle: exportHistory() },
];

async function sendWord(
  response: Response,
  answers: readonly ExportedAnswer[],
  title?: string,
): Promise<void> {
  const file = await wordFile({ answers, now: new Date(), ...(title !== undefined && { title }) });
  response
    .set('Cache-Control', 'no-store')
    .attachment(wordFileName(title))
    .type(WORD)
    .send(Buffer.from(file));
}

/** The answer that was read, as a Word file. */
function exportAnswer(site: Site): RequestHandler {
  return async (request, response) => {
    const { answer } = await givenAnswer(site, request);
    await sendWord(response, [toExported(answer)], answer.question);
  };
}

/** What a device remembers, in one Word file; nothing of it is kept here. */
function exportHistory(): RequestHandler {
  const parse = express.json({ limit: MAX_HISTORY });
  return (request, response, next) => {
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) {
        next(error);
        return;
      }
      const parsed = exportedHistorySchema.safeParse(request.body);
      if (!parsed.success) {
        next(new Refusal(400, '没有可以导出的记录', '记录不完整，请回到提问记录再试。'));
        return;
      }
      sendWord(response, parsed.data.answers.map(fromExported), '有据问答记录').catch(next);
    });
  };
}
