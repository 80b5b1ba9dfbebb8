import type { Answer } from '../model.ts';
import type { Topic } from './topic.ts';
import type { TurnSaid } from './turn-said.ts';

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

/** 只是配合的, 约束性的有几个: a sort, and no thing of its own. */
const SORT =
  /^(?:那么?|其中)?[只仅光]?(?:[是要看有])?(?<sort>[^,，。?？]{2,8}?)的(?:呢|有?[几哪多].*)?[?？]?$/u;

/** Whether a turn picks, by a word that stands there, some of what the answer before listed. */
export function picksOfListed({ text, namesThing }: TurnSaid, { listed }: Topic): boolean {
  const sort = SORT.exec(text)?.groups?.sort;
  return sort !== undefined && !namesThing && listed.some((item) => item.includes(sort));
}
