import type { DocumentInfo, DocumentKind } from '../model.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { placesIn } from './places.ts';
import type { Scope } from './query.ts';
import { flatten } from './question-text.ts';

const EVERY_REGION =
  /(?<!哪)[两三四五六七几各]个(?:区县?|县区?|地区|规划)|(?:三|各)(?:家|地|区)(?![一二两三四五六七八九十])|哪个[区县]|哪家规划|(?:所有|五份|全部)文件/u;
const SELF_GOVERNING = /(?:省|市|区|县|自治州|自治县|旗)$/u;
const SHORT_SUFFIX = /(?:区|县|市|省)$/u;
/** Parts and kinds of places, which have no plan of their own. */
const NOT_A_REGION =
  /(?:园区|片区|城区|社区|景区|示范区|开发区|度假区|新区|校区|厂区|辖区|库区|灾区|特区|专区|小区|市区|地区|区县|县区|全[区市县省]|城市|[超股上都夜集门楼街]市)$|^山区$|^[一二两三四五六七八九十几各][区县市]$/u;

/** The short name people use: 淄川区 → 淄川; 淄博高新区 → 高新区. */
export function shortRegion(region: string): string {
  const short = region.replace(SHORT_SUFFIX, '');
  return short.length >= 2 && !short.endsWith('高新') ? short : region;
}

interface Name {
  readonly name: string;
  readonly documentId: string;
  /** Names one document, not a place. */
  readonly exact: boolean;
}

function namesOf(document: DocumentInfo): Name[] {
  const exact = [document.title, document.shortTitle, document.documentNumber ?? ''];
  const place = [document.region ?? '', shortRegion(document.region ?? '')];
  return [
    ...exact.map((name) => ({ name: flatten(name), documentId: document.id, exact: true })),
    ...document.aliases.map((name) => ({
      name: flatten(name),
      documentId: document.id,
      exact: /任务|规划|计划|纲要|文件/u.test(name),
    })),
    ...place.map((name) => ({ name: flatten(name), documentId: document.id, exact: false })),
  ].filter(({ name }) => name.length >= 2);
}

const memo = new WeakMap<readonly DocumentInfo[], readonly Name[]>();

/** Names of all documents, longest first; the same list of documents is read once. */
function allNames(documents: readonly DocumentInfo[]): readonly Name[] {
  const known =
    memo.get(documents) ?? documents.flatMap(namesOf).sort((a, b) => b.name.length - a.name.length);
  memo.set(documents, known);
  return known;
}

interface Mention extends Name {
  readonly start: number;
}

/** Longest names first; a name inside a longer one is not a mention of its own. */
function mentionsIn(
  flat: string,
  words: readonly TaggedWord[],
  documents: readonly DocumentInfo[],
): Mention[] {
  const inside = wordsOver(words);
  const names = allNames(documents);
  const taken: Mention[] = [];
  for (const name of names) {
    for (let at = flat.indexOf(name.name); at >= 0; at = flat.indexOf(name.name, at + 1)) {
      const isTaken = taken.some(
        (other) =>
          at < other.start + other.name.length &&
          at + name.name.length > other.start &&
          other.name !== name.name,
      );
      if (!isTaken && !inside(at, at + name.name.length)) taken.push({ ...name, start: at });
    }
  }
  return taken;
}

/** From this length on a word that begins with a place's name is the name of something in it. */
const MIN_NAME_OF_PART = 5;

/**
 * Whether a stretch is no name because of the words around it: it is only a piece of a common word (高新 in
 * 高新技术) or ends inside one (周村区 before 块链). Names of places may hold names.
 */
function wordsOver(words: readonly TaggedWord[]): (start: number, end: number) => boolean {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  for (const { word, tag } of words) {
    if (!/^(?:ns|nr|nt|x)/u.test(tag)) spans.push({ start: at, end: at + word.length });
    at += word.length;
  }
  return (start, end) =>
    spans.some((span) => {
      const length = span.end - span.start;
      const isPiece = span.start <= start && span.end >= end && length > end - start;
      const isOfPart = span.start === start && length >= MIN_NAME_OF_PART;
      const endsInside = span.start > start && span.start < end && span.end > end;
      return (isPiece && !isOfPart) || endsInside;
    });
}

/** Sorts of document the question speaks of, to prefer among those of a region. */
function kindsSaid(flat: string): ReadonlySet<DocumentKind> {
  const kinds = new Set<DocumentKind>();
  if (/规划|纲要|十四五|五年/u.test(flat)) kinds.add('five-year-plan');
  if (/任务/u.test(flat)) kinds.add('task-list');
  if (/(?<!五)年度?计划/u.test(flat)) kinds.add('annual-plan');
  return kinds;
}

/** Reads the flattened question; `words` are its tagged words. */
export function understandScope(
  flat: string,
  words: readonly TaggedWord[],
  documents: readonly DocumentInfo[],
  isKnown: (word: string) => boolean,
): { scope: Scope; names: readonly string[] } {
  const districts = absentDistricts(flat, documents);
  const others = districts.reduce(
    (rest, name) => rest.replaceAll(name, ' '.repeat(name.length)),
    flat,
  );
  const mentions = mentionsIn(others, words, documents);
  const held = new Set(
    documents.flatMap(({ region }) =>
      region ? [flatten(region), shortRegion(flatten(region))] : [],
    ),
  );
  const absent = [...absentRegions(words, held, mentions, isKnown), ...districts];
  const mentionedDocuments = documents.filter(({ id }) =>
    mentions.some((mention) => mention.documentId === id),
  );
  const regions = mentionedDocuments.flatMap(({ region }) => (region ? [shortRegion(region)] : []));
  const exact = mentions.filter((mention) => mention.exact).map((mention) => mention.documentId);
  const places = mentions.filter((mention) => !mention.exact).map((mention) => mention.documentId);
  const named = documents.filter(({ id }) => exact.includes(id) || places.includes(id));
  const kinds = kindsSaid(flat);
  const preferred = named.filter(
    ({ id, kind }) => exact.includes(id) || (exact.length === 0 && kinds.has(kind)),
  );
  return {
    scope: {
      documentIds: named.map(({ id }) => id),
      preferredIds: preferred.map(({ id }) => id),
      regions: [...new Set(regions)],
      isLoose: mentions.length > 0 && mentions.every((mention) => isLoose(mention, documents)),
      regionNames: regionNames(mentionedDocuments),
      absentRegions: absent,
      places: placesIn(words, [...held, ...absent, ...mentions.map(({ name }) => name)], isKnown),
      everyRegion: EVERY_REGION.test(flat),
    },
    names: [...new Set([...mentions.map(({ name }) => name), ...absent.map(flatten)])],
  };
}

function absentRegions(
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
  return merged
    .filter(
      ({ word, tag }, at) =>
        tag === 'ns' &&
        !PART_OF_NAME.test(merged[at + 1]?.word ?? '') &&
        (isRegion(word, isKnown) || (isOpening(at) && isBareRegion(word))),
    )
    .map(({ word }) => word)
    .filter(
      (word) =>
        !held.has(word) && !mentions.some(({ name }) => name.includes(word) || word.endsWith(name)),
    );
}

/** Roads, rivers, stations and schools are named after places. */
const PART_OF_NAME =
  /^(?:.?[路街河湖山站镇村]|大道|大街|铁路|高速|公路|机场|北站|南站|大学|学院|医院|水库)/u;
/** A question that begins with a place and names none we have is about that place. */
const OPENING_WORDS = 1;

/** A place that governs itself: by its name, or because the documents name it with 区, 县 or 市. */
const isRegion = (word: string, isKnown: (word: string) => boolean): boolean =>
  SELF_GOVERNING.test(word)
    ? !NOT_A_REGION.test(word)
    : ['区', '县', '市'].some((ending) => isKnown(word + ending));

/** 上海, 青岛, 美国: a short name that is not that of a river, a road or a village. */
const isBareRegion = (word: string): boolean =>
  word.length <= 3 && !NOT_A_REGION.test(word) && !/[路街河湖山站镇村园港湾岭峪城区]$/u.test(word);

function isLoose(
  { name, exact, documentId }: Mention,
  documents: readonly DocumentInfo[],
): boolean {
  const region = documents.find(({ id }) => id === documentId)?.region ?? '';
  return !exact && !region.includes(name) && !name.includes(shortRegion(region));
}

/** Names that only the region itself has: 全市 may be any city. */
const regionNames = (documents: readonly DocumentInfo[]): string[] => [
  ...new Set(
    documents.flatMap(({ region, aliases }) =>
      region ? [shortRegion(region), ...aliases.filter((alias) => region.includes(alias))] : [],
    ),
  ),
];

const DISTRICT = '(?:经济(?:技术)?开发区|经开区|文昌湖(?:区|旅游度假区))';

/** A city's own development zone is a district of its own (淄博经开区), unless a document is of it. */
function absentDistricts(flat: string, documents: readonly DocumentInfo[]): string[] {
  const names = new Set(allNames(documents).map(({ name }) => name));
  const cities = documents.flatMap(({ region }) =>
    region?.endsWith('市') ? [shortRegion(region)] : [],
  );
  return cities.flatMap((city) => {
    const found = new RegExp(`${city}市?${DISTRICT}`, 'u').exec(flat)?.[0];
    return found && !names.has(found) ? [found] : [];
  });
}
