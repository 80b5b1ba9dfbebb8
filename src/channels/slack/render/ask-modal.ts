import type { types } from '@slack/bolt';
import { YoujuError } from '../../../errors.ts';
import type { DocumentInfo } from '../../../model.ts';
import { ASK_CALLBACK } from './actions.ts';
import { plain } from './blocks.ts';
import { choices, documentOption, optionValue } from './document-choices.ts';
import { modalFields } from './modal-fields.ts';

/** Block and action of the question, for an error to be shown at. */
export const QUESTION_FIELD = 'question';
/** Block and action of the choice of document. */
export const DOCUMENT_FIELD = 'document';
const ALL = 'all';
const MAX_QUESTION_CHARS = 2_000;

/** A question, and one document or all. */
export function askModal(documents: readonly DocumentInfo[]): types.ModalView {
  const all = { text: plain('全部文件', 75), value: ALL };
  const options = [all, ...documents.map(documentOption)];
  return {
    type: 'modal',
    callback_id: ASK_CALLBACK,
    title: plain('问计划文件', 24),
    submit: plain('提问', 24),
    close: plain('取消', 24),
    blocks: [
      {
        type: 'input',
        block_id: QUESTION_FIELD,
        label: plain('问题', 2_000),
        element: {
          type: 'plain_text_input',
          action_id: QUESTION_FIELD,
          multiline: true,
          max_length: MAX_QUESTION_CHARS,
          placeholder: plain('例如：2025年常住人口城镇化率的目标是多少？', 150),
        },
      },
      {
        type: 'input',
        block_id: DOCUMENT_FIELD,
        label: plain('在哪份文件里查', 2_000),
        element: {
          type: 'static_select',
          action_id: DOCUMENT_FIELD,
          initial_option: all,
          ...choices(options),
        },
      },
    ],
  };
}

export interface AskedInModal {
  readonly question: string;
  /** Null for all. */
  readonly documentId: string | null;
}

/** What was submitted. Throws INPUT_INVALID. */
export function readAsk(view: unknown, documents: readonly DocumentInfo[]): AskedInModal {
  const fields = modalFields(view);
  const question = fields.text(QUESTION_FIELD);
  if (question === '') throw new YoujuError('INPUT_INVALID', '请写下要问的问题。');
  const value = fields.chosen(DOCUMENT_FIELD)[0] ?? ALL;
  if (value === ALL) return { question, documentId: null };
  const document = documents.find((one) => optionValue(one) === value);
  if (!document) throw new YoujuError('INPUT_INVALID', '所选的文件已不在，请重新打开再选。');
  return { question, documentId: document.id };
}
