import { groupIndicators, groupsNamed } from './answer/kinds/indicator-groups.ts';
import { slogansIn } from './answer/kinds/slogans.ts';
import type { App, OpenDocument } from './app.ts';
import { readSeedFile } from './catalogue/seed-file.ts';
import { compareDocuments } from './changes/compare-documents.ts';
import { YoujuError } from './errors.ts';
import { oncePerIndex } from './indexing/once-per-index.ts';
import type { PlanIndex } from './indexing/plan-index.ts';
import type { IndexSource } from './indexing/without-documents.ts';

type Library = Pick<
  App,
  | 'indicators'
  | 'slogans'
  | 'documents'
  | 'document'
  | 'reading'
  | 'original'
  | 'changes'
  | 'refusals'
  | 'passage'
  | 'generation'
  | 'builtAt'
>;

/** What can be read without asking. */
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
