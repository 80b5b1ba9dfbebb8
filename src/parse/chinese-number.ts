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

const UNITS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n };
const WAN = 10_000n;
const YI = 100_000_000n;

/** Any whole number in Chinese numerals: 三百二十亿, 两千, 一百零五, 二〇二五; undefined where it is none. */
export function readNumeral(text: string): bigint | undefined {
  const numeral = text.replaceAll('两', '二').replaceAll('〇', '零');
  if (/^(?:[零一二三四五六七八九]|[零一二三四五六七八九]{4})$/u.test(numeral))
    return byDigits(numeral);
  if (!/^(?=.*[十百千万亿])[零一二三四五六七八九十百千]/u.test(numeral)) return undefined;
  let [yi, wan, below] = [0n, 0n, 0n];
  let digit: bigint | undefined;
  for (const character of numeral) {
    const unit = UNITS[character];
    const isScale = character === '万' || character === '亿';
    if (unit === undefined && !isScale) {
      if (digit !== undefined && digit !== 0n) return undefined;
      digit = byDigits(character);
      continue;
    }
    below += (digit ?? (isScale ? 0n : 1n)) * (unit ?? 1n);
    if (character === '万') [wan, below] = [below * WAN, 0n];
    if (character === '亿') [yi, wan, below] = [(yi + wan + below) * YI, 0n, 0n];
    digit = undefined;
  }
  return yi + wan + below + (digit ?? 0n);
}

const byDigits = (numeral: string): bigint =>
  BigInt([...numeral].map((character) => DIGITS.indexOf(character)).join(''));
