import type { DraftClaim } from '../../src/answer/draft.ts';
import type { DocumentInfo, Indicator } from '../../src/model.ts';

/** A true claim put in other words by a rule that keeps it true. */
export interface Paraphrase {
  readonly rule: string;
  readonly claim: DraftClaim;
}

type Rule = (text: string, document: DocumentInfo) => string | undefined;

const TIME = /^(?:力争)?(?:到|至)\s*[“"]?(?:20\d{2}\s*年|十四五[”"]?\s*末)[，,]/u;
const FIGURE = /\d/u;
const clauses = (text: string): string[] => text.replace(/[。；;]$/u, '').split(/[，,](?!\d{3})/u);

/** Only where a clause is a subject, 达到 and a figure. */
const STATEMENT =
  /^(?<subject>[^，,；;\d]{4,30}?)(?:达到|提高到)\s*(?<figure>\d[\d.]*\s*[^，,；;。\d]{1,8})[。，,；;]?$/u;

const RULES: Readonly<Record<string, Rule>> = {
  'named by its document': (text, { shortTitle }) => `${shortTitle}提出，${text}`,
  'named by its place': (text, { region }) =>
    region && !text.includes(region) ? `${region}：${text}` : undefined,
  introduced: (text) => `根据规划，${text}`,
  'added to another': (text) => `此外，${text}`,
  'only the clauses with figures': (text) => {
    const kept = clauses(text).filter((clause) => FIGURE.test(clause) && !TIME.test(`${clause}，`));
    return kept.length > 0 && kept.length < clauses(text).length
      ? `${kept.join('，')}。`
      : undefined;
  },
  'time behind': (text) => {
    const time = TIME.exec(text)?.[0];
    const rest = time && clauses(text.slice(time.length));
    return time && rest?.length === 1 && FIGURE.test(rest[0] ?? '')
      ? `${rest[0]}（${time.replace(/[，,]/gu, '').replace(/^力争/u, '')}${time.startsWith('力争') ? '目标' : ''}）。`
      : undefined;
  },
  'subject before time': (text) => {
    const time = TIME.exec(text)?.[0];
    const rest = time && text.slice(time.length);
    const statement = STATEMENT.exec(rest ?? '')?.groups;
    return time && statement
      ? `${statement.subject}${time.replace(/[，,]/u, '').replace(/^力争/u, '')}${time.startsWith('力争') ? '力争' : ''}达到${statement.figure}。`
      : undefined;
  },
  'as an aim': (text) => {
    const time = TIME.exec(text)?.[0] ?? '';
    const statement = STATEMENT.exec(text.slice(time.length))?.groups;
    return time !== '' && statement
      ? `${time.replace(/^力争/u, '')}${statement.subject}的目标是${statement.figure}。`
      : undefined;
  },
  '为 for 达到': (text) =>
    text.includes('达到') && /达到\s*\d/u.test(text)
      ? text.replace(/达到(?=\s*\d)/u, '为')
      : undefined,
  'Chinese year': (text) =>
    /20\d{2}\s*年/u.test(text)
      ? text.replace(/20\d{2}(?=\s*年)/u, (year) =>
          [...year].map((d) => '〇一二三四五六七八九'.charAt(Number(d))).join(''),
        )
      : undefined,
  'full width': (text) => {
    const wide = text.replace(/\d+(?:\.\d+)?(?=\s*%)/u, (number) =>
      [...number]
        .map((d) => (d === '.' ? '．' : String.fromCharCode(d.charCodeAt(0) + 0xfee0)))
        .join(''),
    );
    return wide === text ? undefined : wide;
  },
  'no spaces': (text) => (/\d\s|\s\d/u.test(text) ? text.replace(/\s+/gu, '') : undefined),
  'per cent in words': (text) => {
    const said = text.replace(
      /(?<![\d.])([1-9])0(?:\.0)?%/u,
      (_all, tens: string) =>
        `百分之${tens === '1' ? '' : '一二三四五六七八九'.charAt(Number(tens) - 1)}十`,
    );
    return said === text ? undefined : said;
  },
  'digits for a numeral': (text) => {
    const said = text.replace(
      /(?<![第十百])([三四五六七八九])大/u,
      (_all, numeral: string) => `${'〇一二三四五六七八九'.indexOf(numeral)}大`,
    );
    return said === text ? undefined : said;
  },
};

export function paraphrasesOf(claim: DraftClaim, document: DocumentInfo): Paraphrase[] {
  return Object.entries(RULES).flatMap(([rule, put]) => {
    const text = put(claim.text, document);
    return text === undefined ? [] : [{ rule, claim: { ...claim, text } }];
  });
}

const isPlain = (cell: string | null): cell is string =>
  cell !== null && /^\d[\d.]*(?:以内|左右|以上)?$/u.test(cell.replace(/\s+/gu, ''));
const said = (cell: string, unit: string | null): string =>
  cell.replace(/\s+/gu, '').replace(/^\d[\d.]*/u, (number) => number + (unit ?? ''));

/** A row of a table of indicators in the words a person would use. */
export function rowParaphrases(
  indicator: Indicator,
  { region, shortTitle }: DocumentInfo,
): [rule: string, text: string][] {
  const { name, unit, base, target, baseYear, targetYear, property } = indicator;
  const place = region ?? shortTitle;
  const course =
    base === target
      ? undefined
      : Number.parseFloat(target ?? '') > Number.parseFloat(base ?? '')
        ? '提高'
        : '下降';
  const [from, to] = [base, target].map((cell) => (isPlain(cell) ? said(cell, unit) : undefined));
  return [
    ...(to === undefined
      ? []
      : ([
          ['row: by the year', `到${targetYear}年，${place}${name}目标为${to}。`],
          ['row: aim', `${place}${targetYear}年${name}的目标是${to}。`],
          ['row: bare', `${name}：${to}（${targetYear}年目标）。`],
          [
            'row: with property',
            `${place}${targetYear}年${name}目标为${to}，属于${property}指标。`,
          ],
          ['row: shall reach', `${shortTitle}提出，到${targetYear}年${name}达到${to}。`],
        ] as [string, string][])),
    ...(from === undefined
      ? []
      : ([['row: base', `${baseYear}年${place}${name}为${from}。`]] as [string, string][])),
    ...(from === undefined || to === undefined
      ? []
      : ([
          ['row: both', `${place}${name}${baseYear}年为${from}，${targetYear}年目标为${to}。`],
          ['row: from to', `${place}${name}由${baseYear}年的${from}到${targetYear}年的${to}。`],
          ['row: share out', `${place}${name}${baseYear}年和${targetYear}年分别为${from}和${to}。`],
        ] as [string, string][])),
    ...(from === undefined || to === undefined || course === undefined
      ? []
      : ([
          ['row: changes', `到${targetYear}年，${place}${name}由${from}${course}到${to}。`],
          [
            'row: changes between years',
            `${place}${name}从${baseYear}年的${from}${course}到${targetYear}年的${to}。`,
          ],
        ] as [string, string][])),
  ];
}
