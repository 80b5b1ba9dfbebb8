import { type Fields, isFields } from '../fields.ts';

/** One text a person sees, and by what rules Slack reads it. */
export interface ShownText {
  readonly text: string;
  readonly reading: 'mrkdwn' | 'markdown' | 'literal';
}

const READING: Readonly<Record<string, ShownText['reading']>> = {
  mrkdwn: 'mrkdwn',
  markdown: 'markdown',
  plain_text: 'literal',
  raw_text: 'literal',
  raw_number: 'literal',
  text: 'literal',
  link: 'literal',
  citation: 'literal',
};

/** Every text in blocks, however deep; values, ids and addresses are not shown. */
export function shownTexts(value: unknown): ShownText[] {
  if (Array.isArray(value)) {
    return value.flatMap(shownTexts);
  }
  if (!isFields(value)) {
    return [];
  }
  const reading = READING[String(value.type)];
  if (reading && typeof value.text === 'string') {
    return [{ text: value.text, reading }];
  }
  return [...titleOf(value), ...Object.values(value).flatMap(shownTexts)];
}

/** Cards of tasks and tables have titles that are bare strings. */
function titleOf({ type, title, caption }: Fields): ShownText[] {
  const isBare = type === 'task_card' || type === 'plan' || type === 'data_table';
  return isBare
    ? [title, caption]
        .filter((text) => typeof text === 'string')
        .map((text) => ({ text, reading: 'literal' as const }))
    : [];
}

export const lengthOf = (value: unknown): number =>
  shownTexts(value).reduce((sum, { text }) => sum + text.length, 0);
