import { type AnswerContext, understandingOf } from '../answer/answer-question.ts';
import { YoujuError } from '../errors.ts';
import type { Answer } from '../model.ts';
import type { ConversationStore } from './conversation-store.ts';
import { type ConversationOptions, converse } from './converse.ts';
import { keptTopic } from './kept-topic.ts';

export interface Memory {
  readonly store: ConversationStore;
  readonly conversation: string;
  readonly log: MemoryLog;
}

export interface MemoryLog {
  warn(details: object, message: string): void;
}

/**
 * Answers a turn of a conversation that is remembered from one turn to the next. Where the memory fails the
 * answer comes without it, and a note says so. A rejected turn leaves what is remembered as it was.
 */
export async function converseWithMemory(
  question: string,
  context: AnswerContext,
  options: Omit<ConversationOptions, 'topic'>,
  { store, conversation, log }: Memory,
): Promise<Answer> {
  const notes: string[] = [];
  const orNote = <Result>(work: () => Result, note: string): Result | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof YoujuError && error.code === 'STATE_UNUSABLE')) throw error;
      log.warn({ err: error }, 'conversation memory failed');
      notes.push(`${note}（${error.message.replace(/。$/u, '')}）。`);
      return undefined;
    }
  };
  const before = orNote(() => store.recall(conversation), '本次没有用上前文：对话记录读不了');
  const { answer, topic } = await converse(question, context, {
    ...options,
    ...(before && { topic: before }),
  });
  if (answer.outcome !== 'rejected') {
    const kept = topic && keptTopic(topic, understandingOf(context));
    orNote(
      () => (kept ? store.remember(conversation, kept) : store.forget(conversation)),
      '对话记录没有保存',
    );
  }
  return { ...answer, notes: [...notes, ...answer.notes] };
}
