import type { RequestHandler } from 'express';
import { z } from 'zod';
import { FEEDBACK_REASONS } from '../../../feedback.ts';
import type { Page } from '../page.ts';
import type { Site } from '../site.ts';

const MAX_COMMENT_CHARS = 500;

const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(schema));

const feedbackSchema = z.object({
  answer: z.uuid(),
  helpful: z.enum(['yes', 'no']),
  reason: several(z.enum(FEEDBACK_REASONS)),
  comment: z.string().trim().max(MAX_COMMENT_CHARS).default(''),
  /** A page of ours that asks; anything else leads to the first page. */
  back: z
    .string()
    .regex(/^\/\?[^\\]*$/u)
    .catch('/'),
});

/** Keeps what a person says of an answer. Who says it is known only where people sign in. */
export function takeFeedback({ app, render, viewerOf }: Site): RequestHandler {
  return (request, response) => {
    const parsed = feedbackSchema.safeParse(request.body);
    if (!parsed.success) {
      response
        .status(400)
        .send(render(thanksPage('没有收到完整的评价，请回到答案再试一次。', '/')));
      return;
    }
    const { answer, helpful, reason, comment, back } = parsed.data;
    const isHelpful = helpful === 'yes';
    app.feedback.give({
      answerId: answer,
      author: viewerOf(request),
      isHelpful,
      reasons: isHelpful ? [] : reason,
      comment: isHelpful || comment === '' ? null : comment,
    });
    response.send(render(thanksPage('谢谢，已经记下。', back)));
  };
}

const thanksPage = (said: string, back: string): Page => ({
  name: 'problem',
  title: said,
  content: (
    <>
      <h1>{said}</h1>
      <p>
        <a href={back}>回到答案</a>
      </p>
    </>
  ),
});
