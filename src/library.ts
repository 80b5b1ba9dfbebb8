import {
  groupIndicators,
  groupsNamed,
  type IndicatorGroup,
} from './answer/kinds/indicator-groups.ts';
import { type Slogan, slogansIn } from './answer/kinds/slogans.ts';
import { readSeedFile } from './catalogue/seed-file.ts';
import { type Change, compareDocuments } from './changes/compare-documents.ts';
import { YoujuError } from './errors.ts';
import { oncePerIndex } from './indexing/once-per-index.ts';
import type { PlanIndex } from './indexing/plan-index.ts';
import type { IndexSource } from './indexing/without-documents.ts';
import type {
  DocumentInfo,
  GlossaryEntry,
  Indicator,
  Passage,
  PlanDocument,
  Reading,
  Refusal,
  Responsibility,
} from './model.ts';

/** A document with what a reader needs to set and link it. */
export interface OpenDocument {
  readonly document: PlanDocument;
  readonly passages: readonly Passage[];
  readonly indicators: readonly Indicator[];
  readonly responsibilities: readonly Responsibility[];
  readonly glossary: readonly GlossaryEntry[];
}

/** A file as it lies in the seeds folder. */
export interface Original {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What can be read without asking. */
export interface Library {
  /** Indicators of all tables side by side; with a name, those that any document calls so. */
  indicators(name?: string): readonly IndicatorGroup[];
  /** Slogans that the documents explain themselves. */
  slogans(): readonly Slogan[];
  documents(): readonly DocumentInfo[];
  /** Throws DOCUMENT_UNKNOWN. */
  document(id: string): OpenDocument;
  /** What was read of its file. Throws DOCUMENT_UNKNOWN. */
  reading(id: string): Reading;
  /** The file it was read from, as it lies there now. Throws DOCUMENT_UNKNOWN and FILE_ codes. */
  original(id: string): Promise<Original>;
  /** What changed from one document to another, figures first. Throws DOCUMENT_UNKNOWN. */
  changes(before: string, after: string): readonly Change[];
  /** Files of the seeds folder that could not be read. */
  refusals(): readonly Refusal[];
  /** As it stands in the index that answers now; undefined where it stands there no more. */
  passage(id: string): Passage | undefined;
  /** Name of the index generation that answers now. */
  generation(): string;
  /** When that generation was built, ISO 8601. */
  builtAt(): string;
}

export function libraryOf(
  live: IndexSource,
  validOf: (index: PlanIndex) => PlanIndex,
  seedsDir: string,
): Library {
  const groupsOf = oncePerIndex((index) => groupIndicators(index.indicators));
  return {
    indicators: (name) => {
      const groups = groupsOf(validOf(live.current()));
      return name === undefined ? groups : groupsNamed(groups, name);
    },
    slogans: () => slogansIn(validOf(live.current())),
    documents: () => live.current().documents,
    document: (id) => openDocument(live.current(), id),
    reading: (id) => {
      const index = live.current();
      const reading = index.reading(id);
      if (!reading) throw unknownDocument(index, id);
      return reading;
    },
    original: async (id) => {
      const { file } = openDocument(live.current(), id).document.info;
      return { file, bytes: await readSeedFile(seedsDir, file) };
    },
    changes: (before, after) => {
      const index = live.current();
      return compareDocuments(
        openDocument(index, before).document,
        openDocument(index, after).document,
      );
    },
    refusals: () => live.current().manifest.refused,
    passage: (id) => live.current().passage(id),
    generation: () => live.current().generation,
    builtAt: () => live.current().manifest.builtAt,
  };
}

/** Throws DOCUMENT_UNKNOWN for the first that is not there. */
export function checkDocuments(index: PlanIndex, ids: readonly string[] = []): void {
  const unknown = ids.find((id) => index.documents.every((document) => document.id !== id));
  if (unknown !== undefined) throw unknownDocument(index, unknown);
}

function unknownDocument(index: PlanIndex, id: string): YoujuError {
  const known = index.documents.map((document) => document.id).join('、');
  return new YoujuError('DOCUMENT_UNKNOWN', `没有编号为 ${id} 的文件。现有：${known}。`);
}

function openDocument(index: PlanIndex, id: string): OpenDocument {
  const document = index.document(id);
  if (!document) throw unknownDocument(index, id);
  const isOfDocument = ({ documentId }: { documentId: string }): boolean => documentId === id;
  return {
    document,
    passages: index.passagesOf(id),
    indicators: index.indicators.filter(isOfDocument),
    responsibilities: index.responsibilities.filter(isOfDocument),
    glossary: index.glossary.filter(isOfDocument),
  };
}
