import { COUNTRY, type Division, divisionsNamed, LONGEST_NAME } from './divisions.ts';
import { shortPlace } from './short-name.ts';

/** A place as a text names it, from its outermost part to its innermost: 湖南省 长沙市 岳麓区. */
export interface PlaceChain {
  /** The stretch read, from the start of the text. */
  readonly said: string;
  /** Its innermost place, with the one above it where several places bear its name (北京市朝阳区). */
  readonly name: string;
  readonly place: Division;
}

const ZONE_ENDING =
  '(?:高新技术产业开发区|经济技术开发区|高新技术开发区|经济开发区|旅游度假区|自由贸易试验区|自贸试验区|综合保税区|生态示范区|开发区|经开区|高新区|度假区|新区)';
const ZONE = new RegExp(`^[\\u4e00-\\u9fff]{0,8}?${ZONE_ENDING}`, 'u');
/** A place the table does not know (divisions change), by its ending and the words after it. */
const UNKNOWN_PLACE =
  /^[\u4e00-\u9fff]{2,7}?(?:省|自治区|自治州|自治县|市|县|旗|(?<![社园片景校辖城市地山库灾专]|示范|试验|功能|综合|开放|开发)区)(?=人民政府|政府|国民经济|\d{4}|[“"（(]|十.五|委|关于|深化|重点|人民代表大会|$)/u;
/** Words that begin like a place and are none: 全区, 各市, 促进县域. */
const NO_PLACE =
  /^(?:全|我|本|各|中共|关于|推进|促进|加快|建设|深化|支持|进一步|深入|国务院|[\u4e00-\u9fff]*(?:城市|都市|超市|夜市|股市|上市|社区|园区|片区|景区|校区|灾区|县域|市场))/u;
/** 中国（山东）自由贸易试验区 is Shandong's. */
const FREE_TRADE_ZONE = /^中国[（(](?<place>[\u4e00-\u9fff]{2,3})[）)](?<zone>自由贸易试验区)/u;
/** What may follow a short name in a title: 湖南2026年…, 湖南“十五五”…. */
const AFTER_SHORT = /^(?:\d{4}|[“"‘《]|十[一二三四五六七八九]五|国民经济|政府|省|市|自由贸易|$)/u;

/** The place that a title, an office's name or a place's name begins with; undefined where it begins with none. */
export function placeChain(title: string): PlaceChain | undefined {
  const text = title.replace(FREE_TRADE_ZONE, '$<place>$<zone>');
  let at = 0;
  let place: Division | undefined;
  let above: Division | undefined;
  for (;;) {
    const next = nextDivision(text.slice(at), place);
    if (next === undefined) break;
    above = place ?? above;
    place = next.division;
    at += next.length;
  }
  const zone = zoneAt(text, at, place);
  if (zone !== undefined) return zone;
  if (place !== undefined) {
    return { said: text.slice(0, at), name: distinctName(place, above), place };
  }
  const unknown = UNKNOWN_PLACE.exec(text)?.[0];
  if (unknown === undefined || NO_PLACE.test(unknown)) return undefined;
  return { said: unknown, name: unknown, place: { name: unknown, level: 'county', parents: [] } };
}

function nextDivision(
  rest: string,
  within: Division | undefined,
): { division: Division; length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, rest.length); length >= 2; length--) {
    const name = rest.slice(0, length);
    const named = divisionsNamed(name).filter((division) => canFollow(division, within));
    const division = named.find((one) => one.name === name) ?? named[0];
    if (division === undefined) continue;
    if (isFull(name, division) || AFTER_SHORT.test(rest.slice(length)) || leads(rest, length)) {
      return { division, length };
    }
  }
  return undefined;
}

const isFull = (name: string, division: Division): boolean =>
  name === division.name || division === COUNTRY;

/** A short name with a place of its own behind it: 淄博高新区, 湖南长沙市. */
function leads(rest: string, length: number): boolean {
  const outer = divisionsNamed(rest.slice(0, length))[0];
  const after = rest.slice(length);
  if (outer === undefined || outer === COUNTRY) return false;
  if (new RegExp(`^[\\u4e00-\\u9fff]{0,4}?${ZONE_ENDING}`, 'u').test(after)) return true;
  return nextDivision(after, outer) !== undefined;
}

const canFollow = (division: Division, within: Division | undefined): boolean =>
  within === undefined || within === COUNTRY || division.parents.includes(within.name);

function zoneAt(text: string, at: number, within: Division | undefined): PlaceChain | undefined {
  const zone = ZONE.exec(text.slice(at))?.[0];
  if (zone === undefined || NO_PLACE.test(zone)) return undefined;
  // 推动国家级新区…: a zone alone is one only where the title opens with it and goes on like a title.
  if (within === undefined && zone.length < 3) return undefined;
  const outer = within === undefined ? '' : text.slice(0, at);
  const isOwnName = !/^(?:高新|经济|经开|开发|旅游|新区|综合|自)/u.test(zone);
  const prefix = within === undefined ? '' : lastName(outer, within);
  const name = isOwnName && prefix === within?.name ? zone : prefix + zone;
  const parents = within === undefined ? [] : [...within.parents, within.name];
  return { said: outer + zone, name, place: { name, level: 'zone', parents } };
}

/** The last place of a stretch as it is printed: 淄博 of 山东省淄博, 淄博市 of 山东省淄博市. */
const lastName = (outer: string, within: Division): string =>
  outer.endsWith(within.name) ? within.name : shortPlace(within.name);

function distinctName(place: Division, above: Division | undefined): string {
  const isShared = divisionsNamed(place.name).filter(({ name }) => name === place.name).length > 1;
  return isShared && above !== undefined && above !== COUNTRY
    ? above.name + place.name
    : place.name;
}
