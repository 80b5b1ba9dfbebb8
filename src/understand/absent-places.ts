import { divisionsNamed } from '../language/places/divisions.ts';
import { isDivision, isProvinceOrCity, liesIn } from '../language/places/names.ts';
import { oneCharacterNames } from '../language/places/one-character-names.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo } from '../model.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { allNames, type Mention } from './document-names.ts';
import { flatten } from './question-text.ts';

const SELF_GOVERNING = /(?:省|市|区|县|自治州|自治县|旗)$/u;
/** Parts and kinds of places, which have no plan of their own. */
const NOT_A_REGION =
  /(?:园区|片区|城区|社区|景区|示范区|开发区|度假区|新区|校区|厂区|辖区|库区|灾区|特区|专区|小区|市区|地区|区县|县区|全[区市县省]|城市|[超股上都夜集门楼街]市)$|^山区$|^[一二两三四五六七八九十几各][区县市]$/u;
/** Roads, rivers, stations and schools are named after places. */
const PART_OF_NAME =
  /^(?:.?[路街河湖山站镇村]|大道|大街|铁路|高速|公路|机场|北站|南站|大学|学院|医院|水库)/u;
/** A question that begins with a place and names none we have is about that place. */
const OPENING_WORDS = 1;

/** Places named that govern themselves but have no document here. */
export function absentPlaces(
  flat: string,
  words: readonly TaggedWord[],
  held: ReadonlySet<string>,
  mentions: readonly Mention[],
  isKnown: (word: string) => boolean,
): string[] {
  const merged = words.map(({ word, tag }, at) =>
    /^[区县市]$/u.test(words[at + 1]?.word ?? '') && tag.startsWith('n')
      ? { word: word + words[at + 1]?.word, tag: 'ns' }
      : { word, tag },
  );
  const isOpening = (at: number): boolean => at <= OPENING_WORDS && mentions.length === 0;
  const named = merged
    .filter(
      ({ word, tag }, at) =>
        tag === 'ns' &&
        !isPartOfPlace(word, merged[at - 1]?.word ?? '') &&
        !PART_OF_NAME.test(merged[at + 1]?.word ?? '') &&
        (isRegion(word, isKnown) ||
          isProvinceOrCity(word) ||
          (isOpening(at) &&
            word !== DONE_EVERYWHERE &&
            (isBareRegion(word) || divisionsNamed(word).length > 0))),
    )
    .map(({ word }) => word);
  const provinces = oneCharacterNames(flat).map(({ province }) => shortPlace(province));
  return [...new Set([...named, ...provinces])].filter(
    (word) =>
      !held.has(word) && !mentions.some(({ name }) => name.includes(word) || word.endsWith(name)),
  );
}

/** 滨湖 in 合肥滨湖: the name of a county elsewhere, here of a part of the city before it. */
const isPartOfPlace = (word: string, before: string): boolean =>
  divisionsNamed(before).length > 0 &&
  !isDivision(word) &&
  divisionsNamed(word).length > 0 &&
  !isProvinceOrCity(word) &&
  !liesIn(word, before);

/** A place that governs itself: by its name, or because it is one and the documents name it with 区, 县 or 市. */
const isRegion = (word: string, isKnown: (word: string) => boolean): boolean =>
  SELF_GOVERNING.test(word)
    ? isDivision(word) || !NOT_A_REGION.test(word)
    : divisionsNamed(word).length > 0 &&
      ['区', '县', '市'].some((ending) => isKnown(word + ending));

/** A district of Nanchang, and what every plan does. */
const DONE_EVERYWHERE = '新建';

/** 上海, 青岛, 美国: a short name that is not that of a river, a road or a village. */
const isBareRegion = (word: string): boolean =>
  word.length <= 3 &&
  !NOT_A_REGION.test(word) &&
  !/[路街河湖山站镇村园港湾岭峪城区淀海江洲]$|^(?:[东西华中]?[东西南北中]部?|江[南北]|中原|长三角|珠三角|大湾区|京津冀|长江|黄河)$/u.test(
    word,
  );

/** A zone that a city runs as a district of its own, whatever it is called. */
const ZONE =
  '(?:经济(?:技术)?开发区|经开区|高新(?:技术产业开发)?区|(?:(?![有几哪的建是什多各])[\\u4e00-\\u9fff]){2,4}旅游度假区)';

/** A loaded city's own zone (淄博经开区) is a place of its own, unless a document is of it. */
export function absentZones(flat: string, documents: readonly DocumentInfo[]): string[] {
  const names = new Set(allNames(documents).map(({ name }) => name));
  const cities = documents.flatMap(({ region }) =>
    region?.endsWith('市') ? [flatten(shortPlace(region))] : [],
  );
  return [...new Set(cities)].flatMap((city) => {
    const found = new RegExp(`${city}市?${ZONE}`, 'u').exec(flat)?.[0];
    return found && !names.has(found) ? [found] : [];
  });
}
