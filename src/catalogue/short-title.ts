import { COUNTRY } from '../language/places/divisions.ts';
import { placeChain } from '../language/places/place-chain.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';

type Identity = Pick<DocumentInfo, 'title' | 'region' | 'period' | 'kind'>;

const REPORT =
  /(?:政府|人民法院|法院|人民检察院|检察院|人民代表大会常务委员会|人大常委会|常务委员会)?工作报告/u;
const WHOLE_ECONOMY = /国民经济和社会发展/u;
const NUMERALS = '一二三四五六七八九十';
const REMARK = /[（(](?:[^（）()]*(?:草案|稿|试行|修订|修正|调整)[^（）()]*)[）)]$/u;
/** 2026, 二〇二六 or the number of a five-year plan. */
const YEAR_SAID =
  /(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3}年|[一二三四五六七八九十][”"]?个?五/u;
const YEAR_BEFORE_ALL = 1951;

/** What a person calls the document: 湖南省2026年政府工作报告, 淄川区“十四五”规划纲要. */
export function shortTitle({ title, region, period, kind }: Identity): string {
  const place = region ?? '';
  const year = period === null ? '' : `${period[1]}年`;
  const remark = REMARK.exec(title)?.[0] ?? '';
  const report = kind === 'work-report' ? REPORT.exec(title)?.[0] : undefined;
  if (report !== undefined) {
    const whose = region === COUNTRY.name && report.startsWith('政府') ? '国务院' : place;
    return `${whose}${year}${report}${remark}`;
  }
  if (WHOLE_ECONOMY.test(title) && period !== null) {
    if (kind === 'five-year-plan') return `${place}${numberOf(period)}${planNoun(title)}${remark}`;
    if (kind === 'proposal') {
      const party = region === COUNTRY.name ? '中央' : `${place}委`;
      return `${party}“${numeralOf(period)}五”规划建议${remark}`;
    }
    if (kind === 'annual-plan') {
      const noun = /报告/u.test(title) ? '国民经济和社会发展计划报告' : '国民经济和社会发展计划';
      return `${place}${year}${noun}${remark}`;
    }
  }
  return fullTitle({ title, region, period });
}

/**
 * The title with what a reader needs to know whose it is: the place before one that has none, and the year before
 * one that has neither (政府工作报告 → 贵州省2026年政府工作报告).
 */
export function fullTitle({ title, region, period }: Omit<Identity, 'kind'>): string {
  const place = hasPlace(title, region ?? '') ? '' : region;
  const saysPlace =
    region === COUNTRY.name ? title.includes('国') : region !== null && place === '';
  const year = saysPlace || YEAR_SAID.test(title) || !isOfOneYear(period) ? '' : `${period[1]}年`;
  return `${place}${year}${title}`;
}

const isOfOneYear = (period: Identity['period']): period is readonly [number, number] =>
  period !== null && period[0] === period[1];

/** “十四五” of 2021–2025. */
const numberOf = (period: readonly [number, number]): string => `“${numeralOf(period)}五”`;

function numeralOf([from]: readonly [number, number]): string {
  const ordinal = (from - YEAR_BEFORE_ALL) / 5;
  const ones = NUMERALS.charAt((ordinal - 1) % 10);
  return ordinal > 10 ? `十${ones}` : ones;
}

const planNoun = (title: string): string =>
  (/个五年(?:[（(][^）)]*[）)])?计划|五[”"]?计划/u.test(title) ? '计划' : '规划') +
  (/纲要/u.test(title) ? '纲要' : '');

/** A title of the whole country says so by its office, or needs no place. */
const hasPlace = (title: string, place: string): boolean =>
  place === '' ||
  place === COUNTRY.name ||
  title.includes(shortPlace(place)) ||
  placeChain(title)?.name === place;
