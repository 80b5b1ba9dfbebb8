import type { Passage } from '../../model.ts';
import { conceptIn } from '../../retrieve/matching.ts';
import type { Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import { type Draft, type DraftClaim, type Evidence, likelyDocuments } from '../draft.ts';
import { readable } from '../windows.ts';
import { linesOf } from './passage-lines.ts';
import { outlineOf } from './sections.ts';
import { themeSection } from './theme-section.ts';

const isRoot = (passage: Passage): boolean =>
  passage.kind === 'outline' && passage.headingPath.length === 0;

const outlinesOf = (documentId: string, { index }: Evidence): Passage[] =>
  index.passagesOf(documentId).filter(({ kind }) => kind === 'outline');

/** Asks where to read rather than how the whole is built. */
const WANTS_PLACE = /先看|在哪|哪一?[章节](?:讲|写|说)|看哪/u;

const hasChapters = (id: string, evidence: Evidence): boolean =>
  outlinesOf(id, evidence).some(
    (passage) => isRoot(passage) && /^第.{1,3}章/mu.test(passage.quotable),
  );

/** Documents the question names: of the year it says, else of the sort it says, else all it names. */
function namedDocuments(evidence: Evidence): readonly string[] {
  const { documents } = evidence;
  const { scope, time } = evidence.query;
  const ofYear = scope.documentIds.filter((id) => {
    const period = documents.get(id)?.period;
    return period && period[0] === period[1] && time.years.includes(period[0]);
  });
  if (ofYear.length > 0 && time.periods.length === 0) return ofYear;
  const kept = scope.preferredIds.length > 0 ? scope.preferredIds : scope.documentIds;
  const withChapters = kept.filter((id) => hasChapters(id, evidence));
  return /章/u.test(evidence.query.text) && withChapters.length > 0 ? withChapters : kept;
}

/** How a document is built, and where in it to read on a theme. */
export function outlineAnswer(evidence: Evidence): Draft | undefined {
  const { query } = evidence;
  if (!query.wants.has('structure')) return undefined;
  const named = namedDocuments(evidence);
  const wantsPlace = WANTS_PLACE.test(query.text);
  const isOpen = named.length === 0 && wantsPlace;
  const meant = isOpen ? likelyDocuments(evidence) : named.slice(0, 2);
  const theme = isOpen || wantsPlace ? undefined : outlineOn(meant, evidence);
  if (theme) return { kind: 'outline', claims: chapterList(theme, evidence) };
  const claims = meant.flatMap((id) => {
    const root = outlinesOf(id, evidence).find(isRoot);
    if (!root) return [];
    return wantsPlace
      ? chaptersOn(query, root, evidence, isOpen ? 1 : MAX_CHAPTERS)
      : chapterList(root, evidence);
  });
  return claims.length > 0 ? { kind: 'outline', claims } : undefined;
}

/** Asks how something is built, and names no theme. */
const OF_STRUCTURE = /^(?:结构|框架|目录)$/u;

/** The chapter or part that the question is about (双循环那章分几节), when it names one. */
function outlineOn(ids: readonly string[], evidence: Evidence): Passage | undefined {
  const concepts = evidence.query.concepts.filter(({ said }) => !OF_STRUCTURE.test(said));
  const section = themeSection(ids, { ...evidence, query: { ...evidence.query, concepts } });
  return section && outlineOf(section, evidence.index);
}

function chapterList(root: Passage, { documents }: Evidence): DraftClaim[] {
  const [, ...headings] = linesOf(root);
  const title = isRoot(root)
    ? `${documents.get(root.documentId)?.shortTitle ?? ''}的结构`
    : readable(root.headingPath.at(-1) ?? '');
  if (headings.length === 0) return [];
  const text = `${title}：${headings.map(readable).join('；')}。`;
  return [{ text, proofs: [{ passage: root, quote: headings.join('……') }] }];
}

const MAX_CHAPTERS = 3;

/** Chapters by how much of the question stands in their headings and how many good hits lie in them. */
function chaptersOn(query: Query, root: Passage, evidence: Evidence, most: number): DraftClaim[] {
  const [, ...headings] = linesOf(root);
  const outlines = outlinesOf(root.documentId, evidence);
  const ranked = headings
    .map((heading) => {
      const parts = outlines.filter(
        ({ headingPath }) => flatten(headingPath[0] ?? '') === flatten(heading),
      );
      const texts = flatten([heading, heading, ...parts.map(({ text }) => text)].join(' '));
      const inTitle = query.concepts.reduce(
        (sum, concept) => sum + concept.weight * conceptIn(concept, flatten(heading)),
        0,
      );
      const inOutline = query.concepts.reduce(
        (sum, concept) =>
          sum +
          countOf(
            concept.forms.map(({ text }) => text),
            texts,
          ),
        0,
      );
      const inHits = evidence.hits.filter(
        ({ passage }) => flatten(passage.headingPath[0] ?? '') === flatten(heading),
      ).length;
      return { heading, value: 3 * inTitle + inOutline + 0.3 * inHits };
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .filter(({ value }) => value > 0);
  return ranked.map(({ heading }, at) => ({
    text: `${at === 0 ? `${evidence.documents.get(root.documentId)?.shortTitle ?? ''}先看` : '再看'}${readable(heading)}`,
    proofs: [{ passage: root, quote: heading }],
  }));
}

const countOf = (forms: readonly string[], flat: string): number =>
  Math.max(0, ...forms.map((form) => flat.split(form).length - 1));
