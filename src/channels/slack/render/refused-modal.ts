import type { types } from '@slack/bolt';
import type { Answer } from '../../../model.ts';
import { context, paragraph, plain, quotation, words } from './blocks.ts';
import { shorten } from './split-text.ts';

const MOST = 20;
const MAX_CHARS = 400;
const TOO_OLD = '这个答案时间太久，已经不在手边了。请重新提问后再看。';

/** What a model said that did not stand up to the documents, each with the reason. */
export function refusedModal(answer: Answer | undefined): types.ModalView {
  const view = {
    type: 'modal',
    title: plain('没有采用的话', 24),
    close: plain('关闭', 24),
  } as const;
  if (!answer) return { ...view, blocks: [paragraph(words(TOO_OLD))] };
  const refused = answer.wording?.refused ?? [];
  const more = refused.length - MOST;
  return {
    ...view,
    blocks: [
      paragraph(words(`模型写的 ${refused.length} 句没有通过与原文的核对，没有采用：`)),
      ...refused
        .slice(0, MOST)
        .map(({ text, why }) =>
          quotation(
            words(`${shorten(text, MAX_CHARS)}\n`),
            words(shorten(why, MAX_CHARS), { italic: true }),
          ),
        ),
      ...(more > 0 ? [context(`另有 ${more} 句没有列出。`)] : []),
    ],
  };
}
