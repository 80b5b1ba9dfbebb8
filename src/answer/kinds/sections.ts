import type { PlanIndex } from '../../indexing/plan-index.ts';
import type { Passage } from '../../model.ts';
import { flatten } from '../../understand/question-text.ts';

/** A stretch of a document that is divided by headings or leads. */
export interface Section {
  /** Headings above it; its own is the last. Without any where a document has lost its headings. */
  readonly path: readonly string[];
  /** What it says before its first part. */
  readonly intro?: Passage;
  readonly parts: readonly SectionPart[];
  readonly passages: readonly Passage[];
}

export interface SectionPart {
  readonly heading: string;
  /** The first passage under that heading. */
  readonly first: Passage;
}

interface OpenSection {
  path: readonly string[];
  intro?: Passage;
  parts: SectionPart[];
  passages: Passage[];
}

const MIN_PARTS = 2;

const memo = new WeakMap<PlanIndex, Map<string, readonly Section[]>>();

/** All sections of a document, also those within others, in order of their beginnings. Each document is read once. */
export function sectionsOf(index: PlanIndex, documentId: string): readonly Section[] {
  const known = memo.get(index) ?? new Map<string, readonly Section[]>();
  memo.set(index, known);
  const sections = known.get(documentId) ?? divide(index.passagesOf(documentId));
  known.set(documentId, sections);
  return sections;
}

function divide(passages: readonly Passage[]): Section[] {
  const all: OpenSection[] = [];
  const open: OpenSection[] = [];
  const begin = (depth: number, path: readonly string[]): OpenSection => {
    const section: OpenSection = { path: path.slice(0, depth), parts: [], passages: [] };
    open.splice(depth, Number.POSITIVE_INFINITY, section);
    all.push(section);
    return section;
  };
  for (const passage of passages.filter(({ kind }) => kind === 'text')) {
    const path = passage.headingPath;
    const shared = (open.at(-1)?.path ?? []).findIndex((heading, at) => heading !== path[at]);
    if (shared >= 0) open.splice(shared + 1);
    open.splice(path.length + 1);
    while (open.length <= path.length) begin(open.length, path);
    const last = open[path.length];
    // Words of its own after its parts: here something new begins.
    const own = last && last.parts.length > 0 ? begin(path.length, path) : last;
    if (own && own.parts.length === 0) own.intro ??= passage;
    for (const [depth, section] of open.entries()) {
      section.passages.push(passage);
      const heading = path[depth];
      if (heading !== undefined && section.parts.at(-1)?.heading !== heading)
        section.parts.push({ heading, first: passage });
    }
  }
  return all.filter(({ parts }) => parts.length >= MIN_PARTS);
}

/** The list of a section's headings as the document has it; leads stand in none. */
export function outlineOf({ path, parts }: Section, index: PlanIndex): Passage | undefined {
  const documentId = parts[0]?.first.documentId;
  if (documentId === undefined || path.length === 0) return undefined;
  const key = flatten(path.join());
  return index
    .passagesOf(documentId)
    .find(({ kind, headingPath }) => kind === 'outline' && flatten(headingPath.join()) === key);
}
