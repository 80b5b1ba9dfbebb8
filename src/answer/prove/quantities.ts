import type { Quantity } from './quantity.ts';
import { QUANTITY_FORMS, type Read } from './quantity-forms.ts';

const PATTERNS = QUANTITY_FORMS.map(([source, read]) => ({
  pattern: new RegExp(source, 'uy'),
  read,
}));
const OPENING = /[\d〇零一二两三四五六七八九十百千万亿第前翻几数上成半过大原每—\-a-z〔]/u;

/** Every quantity of a compact text, in its order. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; ) {
    const read = OPENING.test(text.charAt(at)) ? readAt(text, at) : undefined;
    if (read) found.push(withBoundBefore(read, text, at));
    at = read ? read.end : at + 1;
  }
  return found;
}

function readAt(text: string, start: number): Read | undefined {
  for (const { pattern, read } of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const end = pattern.lastIndex;
    const quantity =
      match && read({ said: match[0], groups: match.groups ?? {}, text, start, end });
    if (quantity) return quantity;
  }
  return undefined;
}

const BOUND_BEFORE =
  /(?<bound>不低于|不少于|不高于|不多于|不超过|不小于|不大于|不得低于|不得超过|低于|高于|少于|多于|大于|小于|超过|突破|超出|不足|不到|不满|超|逾|至少|至多|最多|最少|最高|最低|(?<![节制签契条预合公违])约|大约|(?<![最附临邻靠])近|接近|各|仅)(?:达到?|到|至|为|在|有|了|是|出)?$/u;
const LONGEST_BOUND = 6;

function withBoundBefore(read: Read, text: string, at: number): Quantity {
  const said = BOUND_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_BOUND), at));
  const bound = said?.groups?.bound;
  return bound === undefined
    ? { ...read, start: at }
    : { ...read, bounds: [bound, ...read.bounds], start: at - (said?.[0].length ?? 0) };
}
