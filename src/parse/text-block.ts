import type { TextBlock } from '../model.ts';
import type { Paragraph } from './paragraph.ts';

export function textBlock(
  paragraph: Paragraph,
  kind: TextBlock['kind'],
  lead: string | null = null,
): TextBlock {
  const { text, lines, page, wraps } = paragraph;
  const block: TextBlock = { type: 'text', kind, text, lead, lines, page };
  return wraps.length > 1 ? { ...block, wraps } : block;
}
