import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import type { DocumentInfo } from '../../../model.ts';
import { plain } from './blocks.ts';

const MAX_OPTIONS = 100;

/** An option's value takes 75 characters, an id may be longer. */
export const optionValue = ({ id }: Pick<DocumentInfo, 'id'>): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 32);

export const documentOption = (document: DocumentInfo): types.PlainTextOption => ({
  text: plain(document.shortTitle, 75),
  value: optionValue(document),
});

/** A list holds a hundred; a longer one comes in groups. */
export function choices(
  options: types.PlainTextOption[],
): Pick<types.StaticSelect, 'options' | 'option_groups'> {
  if (options.length <= MAX_OPTIONS) return { options };
  const starts = options.flatMap((_option, at) => (at % MAX_OPTIONS === 0 ? [at] : []));
  return {
    option_groups: starts.slice(0, MAX_OPTIONS).map((start) => ({
      label: plain(`第 ${start + 1} 项起`, 75),
      options: options.slice(start, start + MAX_OPTIONS),
    })),
  };
}
