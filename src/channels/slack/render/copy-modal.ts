import type { types } from '@slack/bolt';
import { sourcedText } from '../../../export/sourced-text.ts';
import type { Answer } from '../../../model.ts';
import { context, paragraph, plain, words } from './blocks.ts';

const MAX_TEXT_CHARS = 3_000;
const HOW = '选中框里的文字复制，可以直接粘贴到文稿里。';
const CUT = '内容太长，只放下了前面一部分；全文请在话题里 @有据 导出。';
const TOO_OLD = '这个答案时间太久，已经不在手边了。请重新提问后再复制。';

/** The answer with its sources as plain text, literal, so that it can be copied as it stands. */
export function copyModal(answer: Answer | undefined): types.ModalView {
  const view = { type: 'modal', title: plain('复制带出处', 24), close: plain('关闭', 24) } as const;
  if (!answer) return { ...view, blocks: [paragraph(words(TOO_OLD))] };
  const text = sourcedText(answer);
  const shown = [...text].slice(0, MAX_TEXT_CHARS / 2).join('');
  const isCut = text.length > shown.length;
  return {
    ...view,
    blocks: [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] }],
      },
      context(isCut ? `${HOW}${CUT}` : HOW),
    ],
  };
}
