import MarkdownIt, { type Token } from 'markdown-it';
import type { SourceBlock, SourceDocument } from '../../model.ts';
import { withNumber } from '../automatic-number.ts';
import { Dropped } from '../dropped.ts';
import { onOneLine, paragraphsOf } from '../line-breaks.ts';
import { decodeText } from '../text/decode-text.ts';
import { liftNotes, withoutFrontMatter } from './line-parts.ts';
import { tableFrom } from './token-table.ts';

/** Markdown with tables and notes; numbers of ordered lists are given as printed, bullets are not text. */
export async function readMarkdown(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const lines = decodeText(bytes, file).split(/\r\n|\n|\r/u);
  const { body, notes } = liftNotes(withoutFrontMatter(lines));
  const dropped = new Dropped();
  const tokens = new MarkdownIt({ html: true }).enable('table').parse(body.join('\n'), {});
  const blocks = blocksOf(tokens, dropped);
  return {
    format: 'md',
    blocks: [
      ...blocks,
      ...notes.map(
        ({ text, line }): SourceBlock => ({
          type: 'note',
          text,
          place: { type: 'line', line },
        }),
      ),
    ],
    pages: null,
    warnings: dropped.warnings(),
  };
}

/** An ordered list that is open, and the number its current item waits to print. */
interface OpenList {
  next: number | null;
  waiting: string | null;
}

function blocksOf(tokens: readonly Token[], dropped: Dropped): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  const lists: OpenList[] = [];
  let headingLevel: number | null = null;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    switch (token.type) {
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1), waiting: null });
        break;
      case 'bullet_list_open':
        lists.push({ next: null, waiting: null });
        break;
      case 'ordered_list_close':
      case 'bullet_list_close':
        lists.pop();
        break;
      case 'list_item_open':
        startItem(lists.at(-1), token.markup);
        break;
      case 'heading_open':
        headingLevel = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        headingLevel = null;
        break;
      case 'table_open': {
        const end = tokens.findIndex((other, at) => at > index && other.type === 'table_close');
        blocks.push(tableFrom(tokens.slice(index, end), (inline) => inlineText(inline, dropped)));
        index = end;
        break;
      }
      case 'inline':
      case 'code_block':
      case 'fence':
      case 'html_block':
        blocks.push(...textBlocks(token, headingLevel, lists.at(-1), dropped));
        break;
      default:
    }
  }
  return blocks;
}

function startItem(list: OpenList | undefined, mark: string): void {
  if (list?.next == null) return;
  list.waiting = `${list.next}${mark}`;
  list.next++;
}

function textBlocks(
  token: Token,
  level: number | null,
  list: OpenList | undefined,
  dropped: Dropped,
): readonly SourceBlock[] {
  const place = { type: 'line', line: (token.map?.[0] ?? 0) + 1 } as const;
  const text = inlineText(token, dropped);
  if (level !== null) {
    const heading = onOneLine(text).trim();
    return heading === '' ? [] : [{ type: 'heading', level, number: null, text: heading, place }];
  }
  return paragraphsOf(text).map((line) => {
    const number = list?.waiting ?? null;
    if (list !== undefined) list.waiting = null;
    return { type: 'paragraph', text: withNumber(number, line), place };
  });
}

/** Text of inline Markdown as printed, lines as they are broken. */
function inlineText(token: Token, dropped: Dropped): string {
  if (token.type === 'html_block') return withoutTags(token.content);
  if (token.children === null) return token.content;
  const text = token.children.map((child) => {
    switch (child.type) {
      case 'softbreak':
      case 'hardbreak':
        return '\n';
      case 'html_inline':
        return /^<br/iu.test(child.content) ? '\n' : '';
      case 'image':
        dropped.add('picture');
        return '';
      default:
        return child.content;
    }
  });
  // Notes are lifted out; what points at them is no text.
  return text.join('').replace(/\[\^[^\]\s]+\]/gu, '');
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--.*?-->/gsu, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]*>/giu, '\n')
    .replace(/<\/t[dh]>/giu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
