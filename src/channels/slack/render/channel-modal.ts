import type { types } from '@slack/bolt';
import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';
import type { DocumentInfo } from '../../../model.ts';
import { CHANNEL_CALLBACK } from './actions.ts';
import { context, paragraph, plain, words } from './blocks.ts';
import { choices, documentOption, optionValue } from './document-choices.ts';
import { messageText } from './message-text.ts';
import { modalFields } from './modal-fields.ts';
import type { SlackMessage } from './slack-message.ts';

/** What a channel's people choose; as `app.settings` keeps it. */
export interface ChannelChoice {
  readonly documentIds: readonly string[];
  readonly hasFollowUps: boolean;
}

export const DOCUMENTS_FIELD = 'documents';
export const THREADS_FIELD = 'threads';
const FOLLOW_UPS = 'follow-ups';
const MOST_DOCUMENTS = 20;

const GO_ON: types.PlainTextOption = {
  text: plain('在消息串里追问不用 @', 75),
  description: plain('只回答看起来是在问有据的话', 75),
  value: FOLLOW_UPS,
};

/** The channel's settings; `documents` are those that may be seen there. */
export function channelModal(
  channelId: string,
  documents: readonly DocumentInfo[],
  { documentIds, hasFollowUps }: ChannelChoice,
): types.ModalView {
  const chosen = documents.filter(({ id }) => documentIds.includes(id)).slice(0, MOST_DOCUMENTS);
  return {
    type: 'modal',
    callback_id: CHANNEL_CALLBACK,
    private_metadata: channelId,
    title: plain('频道设置', 24),
    submit: plain('保存', 24),
    close: plain('取消', 24),
    blocks: [
      ...(documents.length > 0 ? [documentsField(documents, chosen)] : []),
      {
        type: 'input',
        block_id: THREADS_FIELD,
        optional: true,
        label: plain('追问', 2_000),
        element: {
          type: 'checkboxes',
          action_id: THREADS_FIELD,
          options: [GO_ON],
          ...(hasFollowUps && { initial_options: [GO_ON] }),
        },
      },
      context('改动会在频道里说一声。谁能看哪些文件由维护人员设置，不在这里改。'),
    ],
  };
}

const documentsField = (
  documents: readonly DocumentInfo[],
  chosen: readonly DocumentInfo[],
): types.InputBlock => ({
  type: 'input',
  block_id: DOCUMENTS_FIELD,
  optional: true,
  label: plain('默认查哪些文件（不选就查全部）', 2_000),
  element: {
    type: 'multi_static_select',
    action_id: DOCUMENTS_FIELD,
    placeholder: plain('全部文件', 150),
    max_selected_items: MOST_DOCUMENTS,
    ...choices(documents.map(documentOption)),
    ...(chosen.length > 0 && { initial_options: chosen.map(documentOption) }),
  },
});

const channelSchema = z.string().regex(/^[CG][A-Z0-9]+$/u);

/** What was submitted. Throws INPUT_INVALID. */
export function readChannelChoice(
  view: unknown,
  documentsOf: (channelId: string) => readonly DocumentInfo[],
): { readonly channelId: string; readonly choice: ChannelChoice } {
  const fields = modalFields(view);
  const channelId = channelSchema.safeParse(fields.metadata).data;
  if (channelId === undefined)
    throw new YoujuError('INPUT_INVALID', '没有读到是哪个频道，请关闭后重新打开。');
  const values = fields.chosen(DOCUMENTS_FIELD);
  const documentIds = documentsOf(channelId)
    .filter((document) => values.includes(optionValue(document)))
    .map(({ id }) => id);
  if (documentIds.length < values.length)
    throw new YoujuError('INPUT_INVALID', '所选的文件有的已不在，请重新打开再选。');
  const hasFollowUps = fields.chosen(THREADS_FIELD).includes(FOLLOW_UPS);
  return { channelId, choice: { documentIds, hasFollowUps } };
}

/** Said in the channel: who changed what. */
export function channelChangedMessage(
  userId: string,
  { documentIds, hasFollowUps }: ChannelChoice,
  documents: readonly DocumentInfo[],
): SlackMessage {
  const names = documents
    .filter(({ id }) => documentIds.includes(id))
    .map(({ shortTitle }) => shortTitle);
  const lines = [
    names.length > 0 ? `默认查：${names.join('、')}。` : '默认查全部文件。',
    hasFollowUps ? '在消息串里追问不用 @ 我。' : '追问时请 @ 我。',
  ];
  return {
    text: messageText(['频道设置已更改', ...lines]),
    blocks: [
      paragraph(
        { type: 'user', user_id: userId },
        words(` 更改了本频道的设置：\n${lines.join('\n')}`),
      ),
    ],
  };
}
