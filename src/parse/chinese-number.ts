const DIGITS = '零一二三四五六七八九';

/** 十一 → 11, 二十 → 20, 12 → 12; 0 where it is no number. Up to 百. */
export function readOrdinal(text: string): number {
  const digits = text.replace(/\s+/g, '').normalize('NFKC');
  if (/^\d+$/.test(digits)) return Number(digits);
  const match =
    /^(?:([一二三四五六七八九])?(百))?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      digits,
    );
  if (match === null) return 0;
  const [, hundreds, hundred, tens, ten, ones] = match;
  return (
    (hundred === undefined ? 0 : digitOr1(hundreds) * 100) +
    (ten === undefined ? 0 : digitOr1(tens) * 10) +
    (ones === undefined ? 0 : DIGITS.indexOf(ones))
  );
}

/** A missing digit before 十 or 百 stands for one. */
function digitOr1(digit: string | undefined): number {
  return digit === undefined ? 1 : DIGITS.indexOf(digit);
}
