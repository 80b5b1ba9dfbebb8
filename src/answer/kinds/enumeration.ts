import { readOrdinal } from '../../parse/chinese-number.ts';
import type { Query } from '../../understand/query.ts';

const COUNTED = /哪([两二三四五六七八九十]|\d+)[^年月天]/u;
const NAMED_COUNT = /([三四五六七八九十])大/u;
const EACH_OF = /((?:\d+[、,，])+\d+)各/u;
/** Below three a sentence may name them without any mark between. */
const MIN_COUNT = 3;

/** How many things the question wants named (哪五所学校, 五大中心是什么); undefined where it does not say. */
export function countAsked({ text, wants }: Query): number | undefined {
  if (!wants.has('list') && !wants.has('define')) return undefined;
  const each = EACH_OF.exec(text)?.[1]?.split(/[、,，]/u).length;
  const numeral = COUNTED.exec(text)?.[1] ?? NAMED_COUNT.exec(text)?.[1];
  const count = each ?? (numeral ? readOrdinal(numeral === '两' ? '二' : numeral) : 0);
  return count >= MIN_COUNT ? count : undefined;
}

/** Asks what each figure of a name stands for (“3510”里3、5、10各代表什么). */
export const asksOfEach = ({ text, quoted }: Query): boolean =>
  quoted.length > 0 && EACH_OF.test(text);

const QUOTED = /[“‘「][^”’」]*[”’」]/gu;

/** Things a stretch of text can name: marks of enumeration outside quotation marks, and one more. */
export function countNamed(text: string): number {
  const isInside = text.replace(QUOTED, (quoted) => (/[、，,]/u.test(quoted) ? '' : quoted));
  return (isInside.match(/[、，,；;和及与—]/gu)?.length ?? 0) + 1;
}
