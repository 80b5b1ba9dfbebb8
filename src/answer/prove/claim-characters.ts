/** What a sentence of an answer is written with: Han and Latin letters, digits, Roman numbers, ordinary marks. */
const ORDINARY =
  /^[\p{Script=Han}\p{Nd}a-z〇ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩα-ω\s，。、；：？！“”‘’"'（）()《》〈〉【】「」『』〔〕[\]—–…·•,.;:?!%‰+\-~～／/&°℃²³μ×=≥≤〇|｜-]*$/iu;
/** Would be read as a mark of ours, or as a place to go to. */
const FORGED = /\[\d+\]|https?:|www\.|\p{L}\.(?:com|cn|net|org)/iu;

/** The first sign of a claim that no sentence on a plan is written with; undefined where there is none. */
export function strangeSign(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const forged = FORGED.exec(plain)?.[0];
  if (forged !== undefined) return forged;
  return [...text].find((sign) => !ORDINARY.test(sign) && !ORDINARY.test(sign.normalize('NFKC')));
}
