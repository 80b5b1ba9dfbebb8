import { Refusal, refusalWithMessages } from '../refusal.ts';
import { asLine, blockProblems } from './block-limits.ts';
import { type Note, notesOn } from './mrkdwn-safety.ts';

const MAX_MARKDOWN_TEXT = 12_000;
const MAX_TEXT = 40_000;

export interface MessageContent {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly markdown_text?: unknown;
  readonly attachments?: unknown;
}

export interface CheckedMessage {
  /** What Slack takes and people see go wrong. */
  readonly notes: readonly (
    | Note
    | { readonly code: 'text_truncated'; readonly details: readonly string[] }
  )[];
}

/** Checks a message as Slack does. @throws Refusal with Slack's code */
export function checkMessage(
  { text, blocks, markdown_text: markdown, attachments }: MessageContent,
  allowsMention: (mention: string) => boolean,
): CheckedMessage {
  if (markdown !== undefined) {
    checkMarkdownText(markdown, text ?? blocks);
  } else if (isEmpty(text) && isEmpty(blocks) && isEmpty(attachments)) {
    throw new Refusal('no_text');
  }
  if (blocks !== undefined) {
    checkBlocks(blocks);
  }
  const isLong = typeof text === 'string' && text.length > MAX_TEXT;
  return {
    notes: [
      ...notesOn(text, blocks, allowsMention),
      ...notesOn(undefined, { type: 'markdown', text: markdown }, allowsMention),
      ...(isLong
        ? [{ code: 'text_truncated', details: [`${text.length} characters`] } as const]
        : []),
    ],
  };
}

function checkMarkdownText(markdown: unknown, other: unknown): void {
  if (other !== undefined) {
    throw new Refusal('markdown_text_conflict');
  }
  if (typeof markdown !== 'string' || markdown === '') {
    throw new Refusal('no_text');
  }
  if (markdown.length > MAX_MARKDOWN_TEXT) {
    throw new Refusal('msg_too_long');
  }
}

/** Blocks of a message. @throws Refusal */
export function checkBlocks(blocks: unknown): void {
  const problems = blockProblems(blocks, 'message');
  const whole = problems.find(({ code }) => code !== 'invalid_block');
  if (problems.length > 0) {
    throw refusalWithMessages(
      whole && problems.length === 1 ? whole.code : 'invalid_blocks',
      problems.map(asLine),
    );
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
