import { z } from 'zod';
import { YoujuError } from '../../../errors.ts';

/** Something to press or choose in what we show. Its value says what was shown, never what a person wrote. */
export interface Action<Value> {
  /** Matches the `action_id` of each of its elements. */
  readonly pattern: RegExp;
  /** An `action_id`; elements of one block are told apart by a number. */
  id(number?: number): string;
  /** A value for the element. */
  write(value: Value): string;
  /** What was written. Throws INPUT_INVALID for anything else, such as a button of another version. */
  read(value: unknown): Value;
}

export const MAX_VALUE_CHARS = 2_000;
const STALE = '这个按钮已经失效，请重新提问。';

function action<Value>(name: string, schema: z.ZodType<Value>): Action<Value> {
  return {
    pattern: new RegExp(`^${name}(?::\\d+)?$`, 'u'),
    id: (number) => (number === undefined ? name : `${name}:${number}`),
    write: (value) => JSON.stringify(value),
    read: (value) => {
      const parsed = z.string().max(MAX_VALUE_CHARS).transform(parseJson).pipe(schema);
      const result = parsed.safeParse(value);
      if (!result.success) throw new YoujuError('INPUT_INVALID', STALE, { cause: result.error });
      return result.data;
    },
  };
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
}

const id = z.string().min(1).max(255);
const offset = z.number().int().min(0);

export const sourcePlaceSchema = z.object({
  documentId: id,
  passageId: id,
  /** Where the passage begins in its text, to find the nearest should it be gone. */
  line: z.number().int().min(1),
  /** What of the passage's text was cited, as UTF-16 offsets, end excluded; none where all of it was. */
  ranges: z.array(z.tuple([offset, offset])),
});
/** A place in a document, and what of it was cited. */
export type SourcePlace = z.infer<typeof sourcePlaceSchema>;

const answerId = z.string().min(1).max(64);
const channelId = z.string().regex(/^[A-Z0-9]+$/u);
const nothing = z.object({});

/** 查看原文 under an answer: opens the modal. */
export const openSource = action('source_open', sourcePlaceSchema);
/** 上一段, 下一段, 上一节, 下一节 in the modal: shows another place in the same modal. */
export const turnSource = action('source_turn', sourcePlaceSchema);
/** 只查本文件. */
export const narrowScope = action('scope_narrow', z.object({ documentId: id }));
/** 全部文件. */
export const widenScope = action('scope_widen', nothing);
/** 清除: forgets what the conversation is about. */
export const clearTopic = action('topic_clear', nothing);
/** A suggested question, in the words of the program and the documents. */
export const askNext = action('ask_next', z.object({ question: z.string().min(1).max(500) }));
/** 分享到频道. */
export const shareAnswer = action('answer_share', z.object({ answerId }));
/** 发到频道: asks into which. */
export const postAnswer = action('answer_post', z.object({ answerId }));
/** What a model said that is not shown. */
export const openRefused = action('refused_open', z.object({ answerId }));
/** 频道设置: what the channel's people choose for it. */
export const openChannelSettings = action('channel_open', nothing);
/** 订阅 in App Home: asks for what. */
export const openSubscribing = action('subscribe_open', nothing);
/** What can be subscribed to in the modal, and the channel it was opened in; null for none. */
export const offeredToSubscribe = action(
  'subscribe_offered',
  z.object({
    channelId: z.string().nullable(),
    offered: z.array(z.object({ kind: z.enum(['document', 'place', 'indicator']), name: id })),
  }),
);
/** 退订 in App Home. */
export const endSubscription = action('subscription_end', z.object({ id }));
/** 复制带出处. */
export const copySourced = action('copy_sourced', z.object({ answerId }));
/** 加入文件库: hands dropped files on to the library. */
export const addToLibrary = action(
  'library_add',
  z.object({ fileIds: z.array(z.string().regex(/^F[A-Z0-9]+$/u)).max(20) }),
);
/** 👍 and 👎. */
export const giveFeedback = action('feedback', z.object({ answerId, isHelpful: z.boolean() }));
/** 提问 in App Home: opens the ask modal. */
export const openAsk = action('ask_open', nothing);
/** 关闭 beside a channel in App Home. */
export const endFollowUps = action('followups_end', z.object({ channelId }));
/** The list of conversations in App Home; the one chosen is read by `chosenChannel`. */
export const startFollowUps = action('followups_start', nothing);

const chosenSchema = z.object({ selected_conversation: channelId });

/** The channel chosen with `startFollowUps`, from the whole action as Slack sends it. Throws INPUT_INVALID. */
export function chosenChannel(payload: unknown): string {
  const result = chosenSchema.safeParse(payload);
  if (!result.success) throw new YoujuError('INPUT_INVALID', '没有读到所选的频道，请再选一次。');
  return result.data.selected_conversation;
}

/** `callback_id` of each modal. */
export const ASK_CALLBACK = 'ask';
export const FEEDBACK_CALLBACK = 'feedback';
export const SOURCE_CALLBACK = 'source';
export const CHANNEL_CALLBACK = 'channel';
export const POST_CALLBACK = 'post';
export const SUBSCRIBE_CALLBACK = 'subscribe';
