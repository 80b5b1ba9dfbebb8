import { readNumeral } from '../../parse/chinese-number.ts';
import { lastYearOf } from '../../understand/years.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { BARE_UNIT, LATIN_UNIT, SCALE, UNIT, unitName } from './units.ts';

export type Read = Omit<Quantity, 'start'>;
export interface Match {
  readonly said: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ARABIC = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const CHINESE = '(?:[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+[万亿]*)?)';
const NUMBER = `(?:${ARABIC}|${CHINESE})`;
const DASH = '[-–—―~至到]';
const YEAR = '(?:19|20)\\d{2}';

/** Tried in this order at each place; the first that reads something takes it. */
export const QUANTITY_FORMS: readonly (readonly [string, (match: Match) => Read | undefined])[] = [
  ['[a-z]+(?:[-.]?\\d+)+[a-z\\d]*|〔\\d{4}〕\\d+号', codeOf],
  [`\\d+(?:\\.\\d+)?(?!${LATIN_UNIT})[a-z][a-z\\d]*`, codeOf],
  ['每[十百千万亿]+\\p{Script=Han}', codeOf],
  ['\\d+(?:\\+[\\da-z]+)+|\\d+(?:\\.\\d+)?(?::\\d+(?:\\.\\d+)?)+', codeOf],
  [`(?<!\\d)(?<from>${YEAR})年?${DASH}(?<to>${YEAR})(?!\\d)年?`, yearOf],
  [`(?<!\\d)(?<from>${YEAR})年[底末]?`, yearOf],
  [
    '第?十(?<plan>[一二三四五六])个?五(?:年规划)?(?:(?:规划)?(?:时期|期)?(?<last>末|底|收官))?',
    periodOf,
  ],
  [`(?<order>第|(?<![以之当目年月])前)(?<number>${NUMBER})`, ordinalOf],
  [`(?<per>[百千])分之(?<number>${NUMBER})`, percentOf],
  [`(?<below>${NUMBER})分之(?<above>${NUMBER})`, fractionOf],
  ['(?<![上下前后每])半年(?!度)', halfYearOf],
  ['翻(?<times>[一两二三四\\d]?)番', doublingOf],
  ['(?<=[为是])——|原文(?:此格)?缺失', blankOf],
  [
    '[二三四五六七八九]?十几|几[十百千万亿]+|(?<![指次人件分函])数[十百千万亿]+|上[十百千万亿]+|成[百千]上[千万]|一半|半数|过半|大半',
    vagueOf,
  ],
  [
    `(?<first>${ARABIC})(?<firstUnit>${SCALE}?${UNIT}?)${DASH}(?!${YEAR}年)(?<number>${ARABIC})`,
    rangeOf,
  ],
  [`(?<number>(?:(?<=[长速幅率额为是])-)?${ARABIC})`, amountOf],
  [`(?<number>${CHINESE})`, numeralOf],
];
const MEASURE = new RegExp(
  `^(?<more>[余多])?(?<scale>${SCALE})?(?<further>[余多])?(?<unit>${UNIT})?(?:[及或和]?(?<bound>以上|以下|以内|之内|以外|左右|上下|不等))?`,
  'u',
);
const LONGEST_MEASURE = 16;

/** A number with what it counts and how exact it is, from the words after it. */
function measured(kind: QuantityKind, values: readonly string[], { text, end }: Match): Read {
  const rest = text.slice(end, end + LONGEST_MEASURE);
  const match = MEASURE.exec(rest);
  const { more, scale = '', further, unit, bound } = match?.groups ?? {};
  const said = (more ?? '') + scale + (further ?? '');
  const bare =
    unit === undefined && bound === undefined
      ? BARE_UNIT.exec(rest.slice(said.length))?.[0]
      : undefined;
  return {
    kind,
    values,
    unit: scale + unitName(unit ?? bare ?? ''),
    bounds: [more ?? further, bound].filter((one) => one !== undefined),
    end: end + (match?.[0].length ?? 0),
  };
}

const canonical = (digits: string): string => {
  const plain = digits.replaceAll(',', '').replace(/^0+(?=\d)/u, '');
  return plain.includes('.') ? plain.replace(/\.?0+$/u, '') : plain;
};

/** 1,200 and 1200, 七十五 and 75; undefined where the numerals are no number. */
function numberOf(number: string): string | undefined {
  if (/^\d/u.test(number)) return canonical(number);
  const [whole = '', fraction] = number.split('点');
  const value = readNumeral(whole);
  if (value === undefined) return undefined;
  const decimals = [...(fraction ?? '')].map((digit) => readNumeral(digit)).join('');
  return canonical(fraction === undefined ? String(value) : `${value}.${decimals}`);
}

function codeOf({ said, end }: Match): Read {
  return { kind: 'code', values: [said], unit: '', bounds: [], end };
}

function blankOf({ said, end }: Match): Read {
  const value = said === '——' ? said : '缺失';
  return { kind: 'blank', values: [value], unit: '', bounds: [], end };
}

const YEAR_BOUND = /^(?:以前|之前|前|初|以后|之后|后|起|以来)/u;

function yearOf({ groups: { from = '', to }, text, end }: Match): Read {
  const bound = YEAR_BOUND.exec(text.slice(end, end + 2))?.[0] ?? '';
  return {
    kind: 'year',
    values: to === undefined ? [from] : [from, to],
    unit: '年',
    bounds: bound === '' ? [] : [bound],
    end: end + bound.length,
  };
}

/** A plan's last year is a year; the plan itself is the five years up to it. */
function periodOf({ groups: { plan = '', last }, end }: Match): Read {
  const to = lastYearOf(plan);
  return last === undefined
    ? { kind: 'period', values: [String(to - 4), String(to)], unit: '年', bounds: [], end }
    : { kind: 'year', values: [String(to)], unit: '年', bounds: [], end };
}

function ordinalOf(match: Match): Read | undefined {
  const value = numberOf(match.groups.number ?? '');
  if (value === undefined) return undefined;
  const read = measured('ordinal', [value], match);
  return { ...read, unit: `${match.groups.order}${read.unit}` };
}

function percentOf(match: Match): Read | undefined {
  const value = numberOf(match.groups.number ?? '');
  if (value === undefined) return undefined;
  const read = measured('amount', [value], match);
  return { ...read, unit: match.groups.per === '百' ? '%' : '‰' };
}

function fractionOf(match: Match): Read | undefined {
  const [above, below] = [numberOf(match.groups.above ?? ''), numberOf(match.groups.below ?? '')];
  if (above === undefined || below === undefined) return undefined;
  return measured('amount', [`${above}/${below}`], match);
}

function doublingOf({ groups: { times }, end }: Match): Read {
  return { kind: 'amount', values: [numberOf(times || '一') ?? ''], unit: '番', bounds: [], end };
}

function vagueOf(match: Match): Read {
  const read = measured('vague', [HALF.test(match.said) ? '一半' : match.said], match);
  return match.said === '过半' ? { ...read, bounds: ['超过', ...read.bounds] } : read;
}

const HALF = /^(?:一半|半数|过半)$/u;

function halfYearOf({ end }: Match): Read {
  return { kind: 'amount', values: ['6'], unit: '个月', bounds: [], end };
}

function rangeOf(match: Match): Read | undefined {
  const { first = '', firstUnit = '', number = '' } = match.groups;
  const read = measured('amount', [canonical(first), canonical(number)], match);
  const isOne = firstUnit === '' || read.unit.startsWith(unitName(firstUnit));
  return isOne ? read : undefined;
}

function amountOf(match: Match): Read {
  return measured('amount', [canonical(match.groups.number ?? '')], match);
}

/** Words that only look like numbers. */
const NO_NUMBER = /^(?:十分(?!之|钟)|百姓|百分点|千方百计|千家万户|万一|两者|二者|三者)/u;
/** 一 before one of these is a count; anywhere else (一批, 统一, 进一步) it is none. */
const ONE_COUNTED = /^一(?:[个家条座处所项名件户台套支届倍]|大(?!批))/u;
const ONE_IN_A_WORD = /[同统某任每另唯单专第]$/u;
const COUNTED = new RegExp(`^${UNIT}`, 'u');

/** Chinese numerals before a measure word are an amount, with a scale at their end kept apart as in digits. */
function numeralOf(match: Match): Read | undefined {
  const { said, text, start, end } = match;
  const rest = text.slice(start, end + LONGEST_MEASURE);
  if (NO_NUMBER.test(rest)) return undefined;
  if (said === '一' && !(ONE_COUNTED.test(rest) && !ONE_IN_A_WORD.test(text.slice(0, start))))
    return undefined;
  const [, head = '', scale = ''] = /^(.*?)(万亿|万|亿)?$/u.exec(said) ?? [];
  const value = numberOf(head);
  const isCounted =
    scale !== '' || COUNTED.test(text.slice(end, end + LONGEST_MEASURE).replace(/^[余多]/u, ''));
  if (value === undefined || !isCounted)
    return { kind: 'numeral', values: [text.slice(start, end + 1)], unit: '', bounds: [], end };
  const read = measured('amount', [value], { ...match, end: end - scale.length });
  // 八成半
  return read.unit === '成' && text.startsWith('半', read.end)
    ? { ...read, values: [String(Number(value) + 0.5)], end: read.end + 1 }
    : read;
}
