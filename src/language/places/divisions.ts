import table from './divisions.json' with { type: 'json' };
import { shortPlace } from './short-name.ts';

export type PlaceLevel = 'country' | 'province' | 'prefecture' | 'county' | 'zone';

export interface Division {
  /** As the state writes it: 内蒙古自治区, 淄川区. */
  readonly name: string;
  readonly level: PlaceLevel;
  /** Full names of what it lies in, the outermost first. */
  readonly parents: readonly string[];
}

export const COUNTRY: Division = { name: '全国', level: 'country', parents: [] };
const COUNTRY_NAMES = ['全国', '中国', '我国', '国家', '中华人民共和国'];
/** What people say that no rule gives. */
const OTHER_NAMES: readonly (readonly [said: string, name: string])[] = [
  ['内蒙', '内蒙古自治区'],
  ['湘西州', '湘西土家族苗族自治州'],
];
/** 城区, 郊区, 矿区 are a part of any city, whatever else they name. */
const GENERIC = /^.区$/u;

function readTable(): Division[] {
  const found: Division[] = [];
  for (const [province, prefectures] of Object.entries(table.divisions)) {
    found.push({ name: province, level: 'province', parents: [] });
    for (const [prefecture, counties] of Object.entries(prefectures)) {
      if (prefecture !== '') {
        found.push({ name: prefecture, level: 'prefecture', parents: [province] });
      }
      const parents = prefecture === '' ? [province] : [province, prefecture];
      for (const name of counties.split(' ').filter((county) => county !== '')) {
        found.push({ name, level: 'county', parents });
      }
    }
  }
  return found;
}

const ORDER: readonly PlaceLevel[] = ['country', 'province', 'prefecture', 'county', 'zone'];

/** Provinces, prefectures and counties of China, outer before inner. */
export const DIVISIONS: readonly Division[] = readTable().sort(
  (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level),
);

function byName(): ReadonlyMap<string, readonly Division[]> {
  const names = new Map<string, Division[]>();
  const add = (name: string, division: Division): void => {
    const known = names.get(name) ?? [];
    if (!known.includes(division)) names.set(name, [...known, division]);
  };
  for (const division of DIVISIONS) {
    if (!GENERIC.test(division.name)) add(division.name, division);
  }
  for (const division of DIVISIONS) add(shortPlace(division.name), division);
  for (const [said, name] of OTHER_NAMES) {
    for (const division of names.get(name) ?? []) add(said, division);
  }
  for (const name of COUNTRY_NAMES) add(name, COUNTRY);
  return names;
}

const NAMES = byName();
export const LONGEST_NAME = Math.max(...[...NAMES.keys()].map((name) => name.length));

/** Divisions a name can mean, full or short; those that bear it in full first, then outer before inner. */
export const divisionsNamed = (name: string): readonly Division[] => NAMES.get(name) ?? [];
