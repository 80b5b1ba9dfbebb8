/** The forms automatic numbers take, by the name that Word gives them. Others come out as plain digits. */
const FORMS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => inBlock(value, 0x2488, 20),
  decimalEnclosedParen: (value) => inBlock(value, 0x2474, 20),
  ideographEnclosedCircle: (value) => inBlock(value, 0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value),
  lowerLetter: (value) => letter(value).toLowerCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  chineseCounting: (value) => chinese(value, SIMPLE),
  chineseCountingThousand: (value) => chinese(value, SIMPLE),
  japaneseCounting: (value) => chinese(value, SIMPLE),
  taiwaneseCounting: (value) => chinese(value, SIMPLE),
  taiwaneseCountingThousand: (value) => chinese(value, SIMPLE),
  chineseLegalSimplified: (value) => chinese(value, LEGAL),
  ideographLegalTraditional: (value) => chinese(value, TRADITIONAL),
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  ideographTraditional: (value) => cyclic(value, '甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: (value) => cyclic(value, '子丑寅卯辰巳午未申酉戌亥'),
};

/** `value` in the form of that name, e.g. 十一 for 11 in `chineseCounting`. */
export function inNumberForm(value: number, form: string): string {
  return (FORMS[form] ?? String)(value);
}

interface ChineseDigits {
  readonly digits: string;
  /** 十 百 千. */
  readonly powers: string;
  /** 十一 rather than 一十一. */
  readonly shortTen: boolean;
}

const SIMPLE: ChineseDigits = { digits: '〇一二三四五六七八九', powers: '十百千', shortTen: true };
const LEGAL: ChineseDigits = { digits: '零壹贰叁肆伍陆柒捌玖', powers: '拾佰仟', shortTen: false };
const TRADITIONAL: ChineseDigits = {
  digits: '零壹貳參肆伍陸柒捌玖',
  powers: '拾佰仟',
  shortTen: false,
};

/** Up to 9999, as headings have them; larger ones are given in digits. */
function chinese(value: number, { digits, powers, shortTen }: ChineseDigits): string {
  if (value < 0 || value > 9999) return String(value);
  if (value === 0) return digits.charAt(0);
  const parts = [...String(value)].map(Number);
  let text = '';
  let isZeroOpen = false;
  for (const [index, digit] of parts.entries()) {
    const power = parts.length - index - 1;
    if (digit === 0) {
      isZeroOpen = true;
      continue;
    }
    if (isZeroOpen && text !== '') text += '零';
    isZeroOpen = false;
    text += `${digits.charAt(digit)}${power === 0 ? '' : powers.charAt(power - 1)}`;
  }
  return shortTen && value < 20 && value >= 10 ? text.slice(1) : text;
}

function digitByDigit(value: number): string {
  return [...String(value)].map((digit) => SIMPLE.digits.charAt(Number(digit))).join('');
}

function cyclic(value: number, signs: string): string {
  return value < 1 ? String(value) : signs.charAt((value - 1) % signs.length);
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
}

/** ① to ㊿. */
function circled(value: number): string {
  if (value >= 1 && value <= 20) return inBlock(value, 0x2460, 20);
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36);
  return String(value);
}

function inBlock(value: number, first: number, size: number): string {
  return value >= 1 && value <= size ? String.fromCharCode(first + value - 1) : String(value);
}

/** A to Z, then AA, BB and so on, as Word does. */
function letter(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let text = '';
  let rest = value;
  for (const [worth, signs] of ROMAN) {
    while (rest >= worth) {
      text += signs;
      rest -= worth;
    }
  }
  return text;
}

function ordinalEnding(value: number): string {
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
}
