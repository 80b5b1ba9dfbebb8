import { inNumberForm } from '../number-forms.ts';
import type { PageElement } from './page-tree.ts';

const point = (form: string) => (value: number) => `${inNumberForm(value, form)}.`;
const pause = (form: string) => (value: number) => `${inNumberForm(value, form)}、`;

/** By `type` of a list or `list-style-type` of its style: what a browser prints before an item. */
const STYLES: Readonly<Record<string, (value: number) => string>> = {
  a: point('lowerLetter'),
  A: point('upperLetter'),
  i: point('lowerRoman'),
  I: point('upperRoman'),
  'lower-alpha': point('lowerLetter'),
  'lower-latin': point('lowerLetter'),
  'upper-alpha': point('upperLetter'),
  'upper-latin': point('upperLetter'),
  'lower-roman': point('lowerRoman'),
  'upper-roman': point('upperRoman'),
  'decimal-leading-zero': point('decimalZero'),
  'cjk-decimal': pause('ideographDigital'),
  'cjk-ideographic': pause('chineseCounting'),
  'simp-chinese-informal': pause('chineseCounting'),
  'trad-chinese-informal': pause('chineseCounting'),
  'simp-chinese-formal': pause('chineseLegalSimplified'),
  'cjk-heavenly-stem': pause('ideographTraditional'),
  none: () => '',
};

/** What stands before each item of a list; nothing before those of a list without numbers. */
export function listNumbers(list: PageElement): Map<PageElement, string> {
  if (list.name !== 'ol') return new Map();
  const { type, start, style = '' } = list.attributes;
  const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/u.exec(style)?.[1];
  const form = STYLES[styled ?? type ?? ''] ?? point('decimal');
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
