import type { SourceClause } from './source-clauses.ts';

/**
 * Words that say how far a statement holds: each class must be in a claim that says what stands behind one of it.
 * Of the first two any word of the class, or a plain aim, stands for another.
 */
const CLASSES: readonly { readonly mark: RegExp; readonly said: RegExp }[] = [
  {
    mark: /力争|争取(?!资金|上级|政策)|争创|力求/gu,
    said: /力争|争取|争创|力求|目标|计划|预期|将|拟|要/u,
  },
  { mark: /预计|有望/gu, said: /预计|有望|预期/u },
  { mark: /基本(?=[实建形完消满达解覆])/gu, said: /基本/u },
  { mark: /逐步|逐年|逐渐|稳步(?=[推实建形扩])/gu, said: /逐步|逐年|逐渐|稳步/u },
  { mark: /原则上/gu, said: /原则上/u },
  { mark: /率先/gu, said: /率先/u },
  { mark: /首批|首个|首家|首次|首单|首条/gu, said: /首[批个家次单条]/u },
  {
    mark: /严禁|禁止|不得(?![低超少])|不再|不准|不能|不许|杜绝|防止|避免|遏制|未(?![来成就])|没有|并非/gu,
    said: /严禁|禁止|不得|不再|不准|不能|不可|不许|杜绝|防止|避免|遏制|未|没有|并非|无/u,
  },
];
const BEHIND = /(?<=(\p{Script=Han}{2}))及以[上下]/gu;

const HEDGE = /^(?:力争|争取|力求|预计|有望)$/u;

/** How sure something is may be said anywhere in its clause. */
export const isHedge = (word: string): boolean => HEDGE.test(word);

/** The first mark of a clause that a claim leaves out though it says what the mark holds of. */
export function markLeftOut(
  { text }: Pick<SourceClause, 'text'>,
  /** Where in the clause the last of the claim's words and figures stands. */
  lastSaid: number,
  claimed: string,
): string | undefined {
  for (const { mark, said } of CLASSES) {
    const left = [...text.matchAll(mark)].find(({ index }) => index < lastSaid);
    if (left && !said.test(claimed)) return left[0];
  }
  return [...text.matchAll(BEHIND)].find(
    ({ 0: mark, 1: before = '' }) => claimed.includes(before) && !claimed.includes(mark),
  )?.[0];
}
