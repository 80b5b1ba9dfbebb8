import type { types } from '@slack/bolt';
import type { Answer, DocumentInfo } from '../../../model.ts';
import {
  clearTopic,
  copySourced,
  giveFeedback,
  narrowScope,
  postAnswer,
  shareAnswer,
  widenScope,
} from './actions.ts';
import { button, buttons, context, plain } from './blocks.ts';

export interface ControlsSetting {
  /** At most 64 characters. */
  readonly answerId: string;
  /** Ids of the documents the conversation is bound to; null where it is not. */
  readonly scope: readonly string[] | null;
  readonly documents: readonly DocumentInfo[];
  /** In a thread or a direct message, which go on about something. */
  readonly canNarrow: boolean;
  /** The documents are files of this conversation: there is none of them to narrow it to elsewhere. */
  readonly isOfFiles?: boolean;
  /** Seen by the asker alone, who may show it to the channel. */
  readonly canShare: boolean;
}

const MAX_NARROWINGS = 3;
const MAX_SCOPE_NAMES = 5;

/** What the conversation is bound to, and what can be done with the answer. */
export function controlBlocks(answer: Answer, setting: ControlsSetting): types.KnownBlock[] {
  const { canNarrow, canShare, answerId, scope, isOfFiles = false } = setting;
  const pressed = [
    ...(canNarrow ? scopeButtons(answer, setting) : []),
    ...(canNarrow && hasSources(answer) ? [button('复制带出处', copySourced, { answerId })] : []),
    ...(canNarrow && hasSources(answer) && !isOfFiles
      ? [button('发到频道', postAnswer, { answerId })]
      : []),
    ...(canShare ? [button('分享到频道', shareAnswer, { answerId })] : []),
  ];
  return [
    ...(canNarrow || scope !== null ? [context(scopeLine(setting))] : []),
    ...(pressed.length > 0 ? [buttons(pressed)] : []),
  ];
}

const hasSources = ({ citations, nearest = [] }: Answer): boolean =>
  citations.length + nearest.length > 0;

function scopeLine({ scope, documents }: ControlsSetting): string {
  if (scope === null) return '提问范围：全部文件';
  const names = scope.map((id) => nameOf(id, documents));
  const more = names.length > MAX_SCOPE_NAMES ? `等 ${names.length} 份文件` : '';
  return `提问范围：${names.slice(0, MAX_SCOPE_NAMES).join('、')}${more}`;
}

const nameOf = (id: string, documents: readonly DocumentInfo[]): string =>
  documents.find((document) => document.id === id)?.shortTitle ?? id;

function scopeButtons(
  { citations }: Answer,
  { scope, documents, isOfFiles = false }: ControlsSetting,
) {
  const cited = [...new Set(citations.map(({ documentId }) => documentId))].filter(
    (id) => !isOfFiles && (scope?.length !== 1 || scope[0] !== id),
  );
  const narrowing = cited.slice(0, MAX_NARROWINGS).map((documentId, at) => {
    const name = cited.length === 1 ? '' : `：${nameOf(documentId, documents)}`;
    return button(`只查本文件${name}`, narrowScope, { documentId }, at + 1);
  });
  return [
    ...narrowing,
    ...(scope === null ? [] : [button('全部文件', widenScope, {})]),
    button('清除', clearTopic, {}),
  ];
}

/** 👍 and 👎 under every answer, also where there is none. */
export function feedbackBlock(answerId: string): types.ContextActionsBlock {
  const side = (label: string, isHelpful: boolean) => ({
    text: plain(label, 75),
    accessibility_label: isHelpful ? '这个回答有帮助' : '这个回答没有帮助，说明原因',
    value: giveFeedback.write({ answerId, isHelpful }),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: giveFeedback.id(),
        positive_button: side('有帮助', true),
        negative_button: side('没帮助', false),
      },
    ],
  };
}
