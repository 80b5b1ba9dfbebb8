import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, compareDocuments } from '../changes/compare-documents.ts';
import { YoujuError } from '../errors.ts';
import type { DocumentInfo } from '../model.ts';
import { loadManifest } from './load-manifest.ts';
import { DATABASE_FILE, type Manifest } from './manifest.ts';
import { PlanDatabase } from './plan-database.ts';

/** What an ingest brought: a document that is new, one that says something else than before, or one that is gone. */
export interface NewEdition {
  readonly documentId: string;
  /** The edition before: the same id where the file was replaced; null where there was none. */
  readonly beforeId: string | null;
  readonly isGone: boolean;
  /** The first of them, figures first; empty where there was none before. */
  readonly changes: readonly ToldChange[];
  /** How many there are in all. */
  readonly count: number;
}

/** A change as far as it is told of elsewhere than on the page that compares both. */
export type ToldChange = Pick<Change, 'name' | 'before' | 'after' | 'isFigure'>;

const MOST_CHANGES = 400;
const MAX_CHARS = 300;

interface Generation {
  readonly manifest: Manifest;
  readonly plans: PlanDatabase;
  readonly documents: ReadonlyMap<string, DocumentInfo>;
}

/** Undefined where it is no longer on disk, or was written by another version of Youju. */
function openGeneration(indexDir: string, name: string): Generation | undefined {
  const folder = join(indexDir, name);
  if (!existsSync(join(folder, DATABASE_FILE))) return undefined;
  try {
    const manifest = loadManifest(folder);
    const plans = new PlanDatabase(join(folder, DATABASE_FILE));
    const documents = new Map(plans.documents().map((info) => [info.id, info]));
    return { manifest, plans, documents };
  } catch (error) {
    if (error instanceof YoujuError && error.code === 'INDEX_STALE') return undefined;
    throw error;
  }
}

/**
 * What a later generation has that an earlier one had not, as far as files of the seeds changed: that Youju itself
 * reads better is no new edition. Undefined where the earlier one can no longer be read.
 */
export function changedEditions(
  indexDir: string,
  earlier: string,
  later: string,
): readonly NewEdition[] | undefined {
  const [before, after] = [openGeneration(indexDir, earlier), openGeneration(indexDir, later)];
  try {
    if (before === undefined || after === undefined) return undefined;
    const editions = [...after.documents.values()].flatMap((info) =>
      editionOf(info, before, after),
    );
    const goesOn = new Set(editions.map(({ beforeId }) => beforeId));
    const gone = [...before.documents.keys()].filter(
      (id) => !after.documents.has(id) && !goesOn.has(id),
    );
    return [
      ...editions,
      ...gone.map((id) => ({ ...NOTHING_BEFORE, documentId: id, isGone: true })),
    ];
  } finally {
    before?.plans.close();
    after?.plans.close();
  }
}

const NOTHING_BEFORE = { beforeId: null, isGone: false, changes: [], count: 0 } as const;

function editionOf(
  info: DocumentInfo,
  before: Generation,
  after: Generation,
): readonly NewEdition[] {
  const former = before.documents.get(info.id);
  const isSameFile =
    former !== undefined && digestOf(former, before.manifest) === digestOf(info, after.manifest);
  if (isSameFile && former.replaces === info.replaces) return [];
  const isNamed = former === undefined || isSameFile;
  const beforeId = isNamed ? (info.replaces ?? renamedFrom(info, before, after)) : info.id;
  if (beforeId === null) {
    return former === undefined ? [{ ...NOTHING_BEFORE, documentId: info.id }] : [];
  }
  const old = before.plans.document(beforeId) ?? after.plans.document(beforeId);
  const now = after.plans.document(info.id);
  const changes = old && now ? compareDocuments(old, now) : [];
  // The file is another one, but it says the same.
  if (changes.length === 0 && beforeId === info.id) return [];
  const told = changes.slice(0, MOST_CHANGES).map(toTold);
  const { length: count } = changes;
  return [{ documentId: info.id, beforeId, isGone: false, changes: told, count }];
}

/** The document that lay under another name before, if this is the very same file. */
function renamedFrom(info: DocumentInfo, before: Generation, after: Generation): string | null {
  if (before.documents.has(info.id)) return null;
  const digest = digestOf(info, after.manifest);
  const same = [...before.documents.values()].find(
    (other) => digestOf(other, before.manifest) === digest && !after.documents.has(other.id),
  );
  return same?.id ?? null;
}

const digestOf = ({ file }: DocumentInfo, { seeds }: Manifest): string | undefined => seeds[file];

const toTold = ({ name, before, after, isFigure }: Change): ToldChange => ({
  name,
  before: shortened(before),
  after: shortened(after),
  isFigure,
});

function shortened(text: string | null): string | null {
  const letters = Array.from(text ?? '');
  return letters.length > MAX_CHARS ? `${letters.slice(0, MAX_CHARS).join('')}…` : text;
}
