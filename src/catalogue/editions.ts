import type { DocumentInfo } from '../model.ts';
import type { CatalogueEntry } from './catalogue-schema.ts';

/** What a title says of its edition; the later row is the later edition. */
const STAGES: readonly (readonly [form: string, stage: number])[] = [
  ['草案|草稿|送审稿|征求意见稿|讨论稿|审议稿|公示稿|报批稿|初稿', 0],
  ['(?:中期)?(?:修订|修编|修改|调整)(?:稿|版|本|方案)?', 2],
];
const PUBLISHED = 1;

/** Of a title in NFKC, in brackets or after what a plan is called: 纲要(草案), 规划(2023年修订), 规划修订版. */
const EDITION_WORDS = STAGES.map(
  ([form, stage]) =>
    [
      new RegExp(
        `\\((?:20\\d\\d年)?(?:${form})\\)|(?<=纲要|规划|计划|方案|意见|要点|办法|条例)(?:${form})$`,
        'gu',
      ),
      stage,
    ] as const,
);

/** Which document takes the place of which, as ids: the newer, then the older. */
export type Replacements = ReadonlyMap<string, string>;

export interface Edition {
  readonly info: DocumentInfo;
  readonly entry: CatalogueEntry;
}

/**
 * Finds the editions of one plan: what the catalogue says, and documents of one place, kind, period and title but
 * for the words of an edition. Where it is not plain which one is newer there is none. An id that the catalogue
 * names and nobody has is passed over.
 */
export function findReplacements(editions: readonly Edition[]): Replacements {
  const ids = new Set(editions.map(({ info }) => info.id));
  const found = new Map<string, string>();
  const add = (newer: string, older: string): void => {
    const isOldTaken = [...found.values()].includes(older);
    if (newer === older || !ids.has(older) || found.has(newer) || isOldTaken) return;
    if (!leadsTo(found, older, newer)) found.set(newer, older);
  };
  for (const { info, entry } of editions) {
    if (entry.replaces !== undefined) add(info.id, entry.replaces);
  }
  for (const group of groupsOf(editions.map(({ info }) => info))) {
    const sorted = group.toSorted((a, b) => stageOf(a) - stageOf(b) || datesOf(a, b));
    sorted.slice(1).forEach((newer, at) => {
      const older = sorted[at];
      if (older !== undefined && isNewer(newer, older)) add(newer.id, older.id);
    });
  }
  return found;
}

const REPLACED = '（已被替代）';

/** A document with its place among editions; whatever was said of it before is gone. */
export function withEdition(info: DocumentInfo, replacements: Replacements): DocumentInfo {
  const { replaces: _former, replacedBy: _later, ...rest } = info;
  const replaces = replacements.get(info.id);
  const replacedBy = [...replacements].find(([, older]) => older === info.id)?.[0];
  const shortTitle = rest.shortTitle.replace(REPLACED, '');
  return {
    ...rest,
    // Wherever documents are listed one tells it from the valid one.
    shortTitle: replacedBy === undefined ? shortTitle : `${shortTitle}${REPLACED}`,
    ...(replaces !== undefined && { replaces }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
}

function groupsOf(infos: readonly DocumentInfo[]): readonly (readonly DocumentInfo[])[] {
  const groups = new Map<string, DocumentInfo[]>();
  for (const info of infos) {
    const { region, kind, period } = info;
    if (region === null || period === null) continue;
    const key = JSON.stringify([region, kind, period, bareTitle(info)]);
    groups.set(key, [...(groups.get(key) ?? []), info]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The later stage, never dated before the earlier one; of one stage the later date. */
function isNewer(newer: DocumentInfo, older: DocumentInfo): boolean {
  const [stages, dates] = [stageOf(newer) - stageOf(older), datesOf(newer, older)];
  return stages > 0 ? dates >= 0 : stageOf(newer) !== PUBLISHED && dates > 0;
}

const datesOf = (a: DocumentInfo, b: DocumentInfo): number =>
  a.issuedOn === null || b.issuedOn === null ? 0 : a.issuedOn.localeCompare(b.issuedOn);

const stageOf = ({ title }: DocumentInfo): number =>
  EDITION_WORDS.find(([form]) => title.normalize('NFKC').search(form) >= 0)?.[1] ?? PUBLISHED;

const bareTitle = ({ title }: DocumentInfo): string =>
  EDITION_WORDS.reduce((rest, [form]) => rest.replace(form, ''), title.normalize('NFKC')).replace(
    /[\s\p{P}]/gu,
    '',
  );

function leadsTo(replacements: Replacements, from: string, to: string): boolean {
  const next = replacements.get(from);
  return next !== undefined && (next === to || leadsTo(replacements, next, to));
}
