/** An opening phrase of its own with text after it. */
const OPENING = /^(?:——|[●•▪◆])?\s*([^。；;：:！？]{2,30})。(?=\s*\S)/;
/** A figure with its unit is a fact told, not a phrase that names what follows. */
const FACT = /\d[\d.]*\s*(?:[%％亿万个家户名人项处元倍]|公里)/;
const ENUMERATION = /^(?:第?[一二三四五六七八九十]+(?:是|[，,、])|\d+[.．、）)])/;
const MAX_COMMAS = 1;

/** The phrase that stands in for a lost heading, without its dash and full stop. */
export function leadOf(text: string): string | null {
  const phrase = OPENING.exec(text)?.[1]?.trim();
  if (phrase === undefined || FACT.test(phrase) || ENUMERATION.test(phrase)) return null;
  const commas = phrase.match(/[，,]/g)?.length ?? 0;
  return commas <= MAX_COMMAS && isBalanced(phrase) ? phrase : null;
}

/** A phrase cut out of a quotation or a bracket is none. */
function isBalanced(phrase: string): boolean {
  return ['“”', '（）', '《》', '()'].every(
    (pair) => phrase.split(pair[0] ?? '').length === phrase.split(pair[1] ?? '').length,
  );
}
