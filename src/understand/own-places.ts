import type { PlaceLevel } from '../language/places/divisions.ts';
import { COUNTRY_SAID, divisionOf } from '../language/places/names.ts';
import { oneCharacterNames } from '../language/places/one-character-names.ts';
import type { DocumentInfo } from '../model.ts';
import type { Mention } from './document-names.ts';

/** How people name a place without its name, and the levels that can be meant. */
const OWN: readonly (readonly [said: RegExp, levels: readonly PlaceLevel[]])[] = [
  [/[我本全咱]省/gu, ['province']],
  [/[我本全咱]区/gu, ['province', 'county', 'zone']],
  [/[我本全咱]市/gu, ['prefecture', 'county', 'province']],
  [/[我本全咱]县/gu, ['county']],
  [/[我本全咱]州/gu, ['prefecture']],
  [new RegExp(COUNTRY_SAID.join('|'), 'gu'), ['country']],
];

/** Provinces called by one character: 湘2026年…. */
export const characterMentions = (flat: string, documents: readonly DocumentInfo[]): Mention[] =>
  oneCharacterNames(flat).flatMap(({ name, start, province }) =>
    documents
      .filter(({ region }) => region === province)
      .map(({ id }) => ({ name, start, documentId: id, exact: false })),
  );

/** 我省, 全市, 全国 where only one place of that level has documents; several could be meant otherwise. */
export function ownMentions(flat: string, documents: readonly DocumentInfo[]): Mention[] {
  for (const [form, levels] of OWN) {
    const [found] = flat.matchAll(form);
    if (found === undefined) continue;
    const [name] = found;
    const meant = documents.filter(({ region }) => isCalled(region, name, levels));
    if (new Set(meant.map(({ region }) => region)).size !== 1) continue;
    return meant.map(({ id }) => ({ name, start: found.index, documentId: id, exact: false }));
  }
  return [];
}

function isCalled(region: string | null, said: string, levels: readonly PlaceLevel[]): boolean {
  const level = region === null ? undefined : divisionOf(region)?.level;
  if (region === null || level === undefined || !levels.includes(level)) return false;
  return level === 'country' || region.endsWith(said.slice(-1));
}
