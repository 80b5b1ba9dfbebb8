import type { types } from '@slack/bolt';
import { expect } from 'vitest';
import type { SlackMessage } from '../../../../src/channels/slack/render/slack-message.ts';
import { everyBlock } from '../../../fakes/slack/limits/block-limits.ts';
import { checkMessage } from '../../../fakes/slack/limits/message-limits.ts';
import { shownTexts } from '../../../fakes/slack/limits/shown-text.ts';
import { checkedView } from '../../../fakes/slack/limits/view-limits.ts';
import type { Violation } from '../../../fakes/slack/violations.ts';

const nobody = (): boolean => false;

/** `chat.update` counts its text in UTF-8. */
const MAX_UPDATE_BYTES = 4_000;
/** Whatever Slack counts of blocks, it cannot be more than all that is sent. */
const MAX_SENT_CHARS = 13_200;

/** Slack takes it, rings nobody and reads nothing into it. */
export function expectAccepted(
  { text, blocks }: SlackMessage,
  allowsMention: (mention: string) => boolean = nobody,
): void {
  expect(checkMessage({ text, blocks }, allowsMention).notes).toEqual([]);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_UPDATE_BYTES);
  expect(text).not.toBe('');
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(MAX_SENT_CHARS);
}

export function expectView(view: types.View): void {
  const violations: Violation[] = [];
  checkedView({ violations, allowsMention: nobody }, 'views.open', view);
  expect(violations).toEqual([]);
}

/** Everything a person sees of blocks, a text a line. */
export const shownIn = (blocks: readonly unknown[]): string =>
  shownTexts(blocks)
    .map(({ text }) => text)
    .join('\n');

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** What is set off as cited. */
export const boldIn = (blocks: readonly unknown[]): string => collect(blocks, isBold).join('');

/** Addresses a person can go to. */
export const linksIn = (blocks: readonly unknown[]): string[] =>
  collect(blocks, (piece) => (piece.type === 'link' ? String(piece.url) : undefined));

const isBold = (piece: Record<string, unknown>): string | undefined =>
  piece.type === 'text' && JSON.stringify(piece.style) === '{"bold":true}'
    ? String(piece.text)
    : undefined;

function collect(
  value: unknown,
  pick: (piece: Record<string, unknown>) => string | undefined,
): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? undefined : pick(value as Record<string, unknown>);
  const inside = Object.values(value).flatMap((one) => collect(one, pick));
  return own === undefined ? inside : [own, ...inside];
}

/** Buttons with one of an action's ids. */
export const buttonsIn = (
  blocks: readonly unknown[],
  { pattern }: { readonly pattern: RegExp },
): readonly types.Button[] =>
  everyBlock(blocks)
    .flatMap((block) => (Array.isArray(block.elements) ? block.elements : []))
    .filter(({ type, action_id: id }) => type === 'button' && pattern.test(String(id)));
