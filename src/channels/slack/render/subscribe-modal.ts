import type { types } from '@slack/bolt';
import type { Subscribed } from '../../../app.ts';
import { MAX_VALUE_CHARS, offeredToSubscribe, SUBSCRIBE_CALLBACK } from './actions.ts';
import { context, paragraph, plain, words } from './blocks.ts';
import { modalFields } from './modal-fields.ts';

export const OFFERED_FIELD = 'offered';
export const NAMED_FIELD = 'named';
export const RECEIVER_FIELD = 'receiver';
const CHANNEL = 'channel';
const MOST_OFFERED = 10;

const KINDS: Readonly<Record<Subscribed['kind'], string>> = {
  document: '文件',
  place: '地方',
  indicator: '指标',
};

/** As people read it: 文件“淄川区‘十四五’规划”. */
export const subscribedWords = ({ kind, label }: Pick<Subscribed, 'kind' | 'label'>): string =>
  `${KINDS[kind]}“${label}”`;

export interface SubscribeSetting {
  /** What the message speaks of. */
  readonly offered: readonly Subscribed[];
  /** Null where only the person can be told. */
  readonly channelId: string | null;
}

const RECEIVERS: readonly types.PlainTextOption[] = [
  { text: plain('告诉我', 75), value: 'person' },
  { text: plain('告诉这个频道', 75), value: CHANNEL },
];

/** What to hear of, and who hears. */
export function subscribeModal({ offered, channelId }: SubscribeSetting): types.ModalView {
  const shown = offered.slice(0, MOST_OFFERED);
  const metadata = (some: readonly Subscribed[]): string =>
    offeredToSubscribe.write({
      channelId,
      offered: some.map(({ kind, name }) => ({ kind, name })),
    });
  while (metadata(shown).length > MAX_VALUE_CHARS) shown.pop();
  return {
    type: 'modal',
    callback_id: SUBSCRIBE_CALLBACK,
    private_metadata: metadata(shown),
    title: plain('订阅变化', 24),
    submit: plain('订阅', 24),
    close: plain('取消', 24),
    blocks: [
      ...(shown.length > 0 ? [offeredField(shown)] : []),
      {
        type: 'input',
        block_id: NAMED_FIELD,
        optional: true,
        label: plain(shown.length > 0 ? '或者写明别的' : '文件、地方或指标的名称', 2_000),
        element: {
          type: 'plain_text_input',
          action_id: NAMED_FIELD,
          max_length: 200,
          placeholder: plain('例如：淄川区，或：常住人口城镇化率', 150),
        },
      },
      ...(channelId === null ? [] : [receiverField()]),
      context('有新版、有改动或新收录时告诉您，每天最多一次。'),
    ],
  };
}

const offeredField = (offered: readonly Subscribed[]): types.InputBlock => ({
  type: 'input',
  block_id: OFFERED_FIELD,
  optional: true,
  label: plain('订阅什么', 2_000),
  element: {
    type: 'checkboxes',
    action_id: OFFERED_FIELD,
    options: offered.map((one, at) => ({
      text: plain(subscribedWords(one), 75),
      value: String(at),
    })),
  },
});

const receiverField = (): types.InputBlock => {
  const [first] = RECEIVERS;
  return {
    type: 'input',
    block_id: RECEIVER_FIELD,
    label: plain('告诉谁', 2_000),
    element: {
      type: 'radio_buttons',
      action_id: RECEIVER_FIELD,
      options: [...RECEIVERS],
      ...(first && { initial_option: first }),
    },
  };
};

export interface SubscribeWish {
  readonly chosen: readonly Pick<Subscribed, 'kind' | 'name'>[];
  /** What was written; may be empty. */
  readonly named: string;
  /** Null for the person. */
  readonly channelId: string | null;
}

/** What was submitted. Throws INPUT_INVALID. */
export function readSubscribing(view: unknown): SubscribeWish {
  const fields = modalFields(view);
  const { channelId, offered } = offeredToSubscribe.read(fields.metadata);
  const isForChannel = fields.chosen(RECEIVER_FIELD).includes(CHANNEL);
  return {
    chosen: fields.chosen(OFFERED_FIELD).flatMap((at) => offered[Number(at)] ?? []),
    named: fields.text(NAMED_FIELD),
    channelId: isForChannel ? channelId : null,
  };
}

/** What came of it. */
export const subscribedModal = (said: string): types.ModalView => ({
  type: 'modal',
  title: plain('订阅变化', 24),
  close: plain('好', 24),
  blocks: [paragraph(words(said))],
});
