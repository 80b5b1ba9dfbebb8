import { COUNTRY, DIVISIONS, type Division, divisionsNamed } from './divisions.ts';
import { placeChain } from './place-chain.ts';
import { shortPlace } from './short-name.ts';

/** Loose names of the whole country; in a question about a place they only set a scale (在全国排第几). */
export const COUNTRY_SAID: readonly string[] = ['全国', '我国', '中国'];

/** The division a document's place is: 北京市朝阳区, 淄博高新区, 湖南省. */
export const divisionOf = (region: string): Division | undefined =>
  region === COUNTRY.name ? COUNTRY : placeChain(region)?.place;

/** What people call a place, full and short: 内蒙古自治区, 内蒙古, 内蒙. */
export function namesOfPlace(region: string): readonly string[] {
  if (region === COUNTRY.name) return COUNTRY_SAID;
  const division = divisionOf(region);
  const names = [region, shortPlace(region)];
  if (division === undefined) return [...new Set(names)];
  const short = shortPlace(division.name);
  const other = [short.slice(0, -1), `${short}州`].filter((name) =>
    divisionsNamed(name).includes(division),
  );
  return [...new Set([...names, division.name, short, ...other])];
}

/** Whether one place lies in the other, by what their names can mean. */
export function liesIn(inner: string, outer: string): boolean {
  const around = divisionOf(outer);
  if (around === undefined || around === COUNTRY) return false;
  const names = [around.name, ...(around.level === 'zone' ? [] : [shortPlace(around.name)])];
  const own = divisionOf(inner);
  const meant = own === undefined ? divisionsNamed(inner) : [...divisionsNamed(inner), own];
  return (
    meant.some(({ parents }) => parents.includes(around.name)) ||
    names.some((name) => inner.length > name.length && inner.startsWith(name) && inner !== outer)
  );
}

/** Whether a name, full or short, is that of a province or a prefecture. */
export const isProvinceOrCity = (name: string): boolean =>
  divisionsNamed(name).some(({ level }) => level === 'province' || level === 'prefecture');

/** Whether a name is the full one of a division. */
export const isDivision = (name: string): boolean => FULL_NAMES.has(name);

const FULL_NAMES = new Set(DIVISIONS.map(({ name }) => name));
