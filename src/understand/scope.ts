import { COUNTRY } from '../language/places/divisions.ts';
import { liesIn, namesOfPlace } from '../language/places/names.ts';
import { shortPlace } from '../language/places/short-name.ts';
import type { DocumentInfo, DocumentKind } from '../model.ts';
import type { TaggedWord } from '../segment/segmenter.ts';
import { absentPlaces, absentZones } from './absent-places.ts';
import { type Mention, mentionsIn } from './document-names.ts';
import { documentsOnTopic } from './document-topics.ts';
import { characterMentions, ownMentions } from './own-places.ts';
import { placesIn } from './places.ts';
import { planMentions } from './plan-mentions.ts';
import type { Scope } from './query.ts';
import { flatten } from './question-text.ts';
import { type ReportName, reportMentions, reportNames } from './report-names.ts';

const EVERY_REGION =
  /(?<!哪)[两三四五六七几各]个(?:区县?|县区?|地区|规划)|(?:三|各)(?:家|地|区)(?![一二两三四五六七八九十])|哪个[区县]|哪家规划|(?:所有|五份|全部)文件/u;

/** Sorts of document the question speaks of, to prefer among those of a region. */
function kindsSaid(flat: string): ReadonlySet<DocumentKind> {
  const kinds = new Set<DocumentKind>();
  if (/规划|纲要|十四五|五年/u.test(flat)) kinds.add('five-year-plan');
  if (/任务/u.test(flat)) kinds.add('task-list');
  if (/工作报告/u.test(flat)) kinds.add('work-report');
  if (/建议/u.test(flat)) kinds.add('proposal');
  if (/(?<!五)年度?计划/u.test(flat)) kinds.add('annual-plan');
  return kinds;
}

/** Reads the flattened question; `words` are its tagged words. */
export function understandScope(
  flat: string,
  words: readonly TaggedWord[],
  documents: readonly DocumentInfo[],
  isKnown: (word: string) => boolean,
): { scope: Scope; names: readonly string[]; reports: readonly ReportName[] } {
  const zones = absentZones(flat, documents);
  const others = zones.reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), flat);
  const known = [...mentionsIn(others, words, documents), ...characterMentions(others, documents)];
  const held = new Set(
    documents.flatMap(({ region }) => (region ? namesOfPlace(region).map(flatten) : [])),
  );
  const strange = absentPlaces(others, words, held, known, isKnown);
  const titled = titleMentions(others, strange, documents);
  const named = [...known, ...titled];
  const absent = [
    ...strange.filter((place) => titled.every(({ name }) => name !== flatten(place))),
    ...zones,
  ];
  const reports = reportNames(
    others,
    named.map(({ name }) => name),
  );
  const mentions =
    named.length + absent.length > 0 ? named : withoutPlace(others, reports, documents);
  const onTopic = mentions.length + absent.length > 0 ? [] : documentsOnTopic(others, documents);
  const mentioned = documents.filter(
    (document) =>
      onTopic.includes(document) || mentions.some(({ documentId }) => documentId === document.id),
  );
  const regions = mentioned.flatMap(({ region }) => (region ? [region] : []));
  const exact = mentions.filter((mention) => mention.exact).map(({ documentId }) => documentId);
  const kinds = kindsSaid(flat);
  return {
    scope: {
      documentIds: mentioned.map(({ id }) => id),
      preferredIds: mentioned
        .filter(({ id, kind }) => exact.includes(id) || (exact.length === 0 && kinds.has(kind)))
        .map(({ id }) => id),
      regions: [...new Set(regions.map(shortPlace))],
      isLoose: mentioned.length > 0 && mentions.every((mention) => isLoose(mention, documents)),
      regionNames: regionNames(mentioned, flat),
      absentRegions: absent,
      parts: absent.filter((name) => regions.some((region) => liesIn(name, region))),
      places: placesIn(words, [...held, ...absent, ...mentions.map(({ name }) => name)], isKnown),
      everyRegion: EVERY_REGION.test(flat),
    },
    names: [
      ...new Set([
        ...mentions.map(({ name }) => name),
        ...absent.map(flatten),
        ...(mentions.length > 0 ? reports.map(({ said }) => said) : []),
      ]),
    ],
    reports: mentions.length > 0 ? reports : [],
  };
}

/** Places that have no document, and yet a title names them: 北京 of a national opinion on 北京城市副中心. */
const titleMentions = (
  flat: string,
  places: readonly string[],
  documents: readonly DocumentInfo[],
): Mention[] =>
  places.flatMap((place) =>
    documents
      .filter(({ title }) => title.includes(shortPlace(place)))
      .map(({ id }) => ({
        name: flatten(place),
        start: flat.indexOf(flatten(place)),
        documentId: id,
        exact: false,
      })),
  );

/** Documents meant where no place is named: a report of its year, the plan of a number, what 全省 can only mean. */
function withoutPlace(
  flat: string,
  reports: readonly ReportName[],
  documents: readonly DocumentInfo[],
): Mention[] {
  const called = [...reportMentions(reports, documents), ...planMentions(flat, documents)];
  return called.length > 0 ? called : ownMentions(flat, documents);
}

/** A name that may mean any place: 全市, or 全国 which only sets a scale. */
function isLoose(
  { name, exact, documentId }: Mention,
  documents: readonly DocumentInfo[],
): boolean {
  const region = documents.find(({ id }) => id === documentId)?.region ?? '';
  if (exact) return false;
  if (region === COUNTRY.name) return true;
  return name.length > 1 && !region.includes(name) && !name.includes(shortPlace(region));
}

/** Names that only the region itself has: 全市 may be any city, and 全国 is meant only where it is said. */
const regionNames = (documents: readonly DocumentInfo[], flat: string): string[] => [
  ...new Set(
    documents.flatMap(({ region, aliases }) =>
      region && (region !== COUNTRY.name || flat.includes(region))
        ? [shortPlace(region), ...aliases.filter((alias) => region.includes(alias))]
        : [],
    ),
  ),
];
