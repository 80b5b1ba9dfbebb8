import type { Answer } from '../model.ts';

const MAX_ITEMS = 12;
const MAX_ITEM_CHARS = 40;

/** What an answer lists, in its order: its claims, or what its only claim enumerates. */
export function listedItems({ outcome, claims }: Answer): readonly string[] {
  if (outcome !== 'answered') return [];
  const items =
    claims.length > 1 ? claims.map(({ text }) => headOf(text)) : enumerated(claims[0]?.text ?? '');
  return items.length > 1 ? items.filter(Boolean).slice(0, MAX_ITEMS) : [];
}

const headOf = (text: string): string =>
  (text.split(/[：:。；;]/u)[0] ?? '').slice(0, MAX_ITEM_CHARS);

/** 甲、乙、丙: after the words that lead up to them. */
function enumerated(text: string): string[] {
  const [, list = text] = /(?:[：:]|包括|分别[为是]|为|是)(.+)$/u.exec(text) ?? [];
  const separator = /[；;]/u.test(list) ? /[；;]/u : /[、，,]/u;
  const items = list.split(separator).map((item) => item.replace(/[。“”]/gu, '').trim());
  return items.length > 1 && items.every((item) => item.length <= MAX_ITEM_CHARS) ? items : [];
}
