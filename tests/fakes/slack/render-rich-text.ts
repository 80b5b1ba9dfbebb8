import { type Fields, objectsIn } from './fields.ts';

/** Rich text as plain lines: lists with their marks, quotes with bars, links with their addresses. */
export const renderRichText = ({ elements }: Fields): string =>
  objectsIn(elements).map(renderPart).join('\n');

function renderPart(part: Fields): string {
  switch (part.type) {
    case 'rich_text_list':
      return objectsIn(part.elements)
        .map((item, index) => {
          const indent = '  '.repeat(Number(part.indent ?? 0));
          const mark = part.style === 'ordered' ? `${index + 1 + Number(part.offset ?? 0)}.` : '•';
          return `${indent}${mark} ${inlines(item)}`;
        })
        .join('\n');
    case 'rich_text_quote':
      return inlines(part).replace(/^/gmu, '│ ');
    default:
      return inlines(part);
  }
}

const inlines = ({ elements }: Fields): string => objectsIn(elements).map(renderInline).join('');

function renderInline(inline: Fields): string {
  const { type, text, url } = inline;
  switch (type) {
    case 'text':
      return String(text);
    case 'link':
      return text === undefined ? String(url) : `${String(text)}(${String(url)})`;
    case 'citation':
      return `[${String(inline.index)}]`;
    case 'user':
      return `@${String(inline.user_id)}`;
    case 'channel':
      return `#${String(inline.channel_id)}`;
    case 'broadcast':
      return `@${String(inline.range)}`;
    case 'emoji':
      return `:${String(inline.name)}:`;
    case 'date':
      return String(inline.fallback ?? inline.format);
    default:
      return `[${String(type)}]`;
  }
}
