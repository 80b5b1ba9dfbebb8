import type { PageElement } from './page-tree.ts';

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function chinese(value: number): string {
  if (value >= 100) return String(value);
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${HAN[value % 10] ?? ''}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (left >= worth && text.length < 20) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}

function letter(value: number): string {
  return value > 26 ? String(value) : String.fromCharCode(96 + value);
}

/** By `type` of a list or `list-style-type` of its style: what a browser prints before an item. */
const STYLES: Readonly<Record<string, (value: number) => string>> = {
  a: (value) => `${letter(value)}.`,
  A: (value) => `${letter(value).toUpperCase()}.`,
  i: (value) => `${roman(value)}.`,
  I: (value) => `${roman(value).toUpperCase()}.`,
  'lower-alpha': (value) => `${letter(value)}.`,
  'upper-alpha': (value) => `${letter(value).toUpperCase()}.`,
  'lower-roman': (value) => `${roman(value)}.`,
  'upper-roman': (value) => `${roman(value).toUpperCase()}.`,
  'cjk-ideographic': (value) => `${chinese(value)}、`,
  'simp-chinese-informal': (value) => `${chinese(value)}、`,
  'trad-chinese-informal': (value) => `${chinese(value)}、`,
  'cjk-decimal': (value) => `${chinese(value)}、`,
  none: () => '',
};

/** What stands before each item of a list; nothing before those of a list without numbers. */
export function listNumbers(list: PageElement): Map<PageElement, string> {
  if (list.name !== 'ol') return new Map();
  const { type, start, style = '' } = list.attributes;
  const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/u.exec(style)?.[1];
  const form = STYLES[styled ?? type ?? ''] ?? ((value: number): string => `${value}.`);
  let value = numberOf(start) ?? 1;
  const numbers = new Map<PageElement, string>();
  for (const item of list.children) {
    if (item.type !== 'element' || item.name !== 'li') continue;
    value = numberOf(item.attributes.value) ?? value;
    numbers.set(item, form(value));
    value++;
  }
  return numbers;
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,5}\s*$/u.test(text) ? Number(text) : null;
}
