import type { Indicator, Passage } from '../model.ts';
import { headingTitle } from '../retrieve/heading-title.ts';
import { flatten } from '../understand/question-text.ts';
import { type Evidence, placeOf } from './draft.ts';
import { isValue } from './kinds/indicator-claim.ts';
import { groupIndicators } from './kinds/indicator-groups.ts';
import { matchIndicators } from './kinds/indicator-match.ts';
import { readable } from './windows.ts';

const MOST = 3;

/** What an answer stood on, or what was nearest to one: whoever asked may go on from there. */
type Suggester = (passages: readonly Passage[], evidence: Evidence) => readonly string[];

/** Up to three next questions that these documents answer, the question itself left out. */
export function suggestionsFrom(passages: readonly Passage[], evidence: Evidence): string[] {
  const lists = SUGGESTERS.map((suggester) => suggester(passages, evidence));
  const longest = Math.max(...lists.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []));
  const asked = flatten(evidence.query.text);
  const isOther = (suggestion: string): boolean =>
    flatten(suggestion).replace(/[？?]$/u, '') !== asked.replace(/[？?]$/u, '');
  return [...new Set(turns.flat())].filter(isOther).slice(0, MOST);
}

const targetQuestion = (indicator: Indicator, { documents }: Evidence): string =>
  `${placeOf(documents.get(indicator.documentId))}${indicator.targetYear}年${indicator.name}的目标是多少？`;

/** The same figure of another place. */
function sameElsewhere(passages: readonly Passage[], evidence: Evidence): string[] {
  const cited = new Set(passages.filter(({ kind }) => kind === 'row').map(({ id }) => id));
  if (cited.size === 0) return [];
  return groupIndicators(evidence.index.indicators)
    .filter(({ rows }) => rows.some(({ passageId }) => cited.has(passageId)))
    .flatMap(({ rows }) => rows)
    .filter(({ passageId, target }) => !cited.has(passageId) && isValue(target))
    .map((indicator) => targetQuestion(indicator, evidence));
}

/** Who does a task that was told of. */
function whoLeads(passages: readonly Passage[], { index, query }: Evidence): string[] {
  if (query.wants.has('who')) return [];
  return index.responsibilities
    .filter(
      ({ leads, documentId, title, passageId }) =>
        leads.length > 0 &&
        passages.some(
          (passage) =>
            passage.id === passageId ||
            (passage.documentId === documentId &&
              passage.headingPath.some((heading) => heading.endsWith(title))),
        ),
    )
    .map(({ title }) => `“${readable(title)}”由谁牵头？`);
}

const MIN_TITLE_CHARS = 4;
const MAX_TITLE_CHARS = 24;

/** What else stands under the innermost heading that says something. */
const sectionAround: Suggester = (passages, { documents }) =>
  passages.flatMap(({ documentId, headingPath, kind }) => {
    const title = headingPath
      .map((heading) => headingTitle(readable(heading)).replace(/[。，：:]$/u, ''))
      .findLast(({ length }) => length >= MIN_TITLE_CHARS && length <= MAX_TITLE_CHARS);
    const name = documents.get(documentId)?.shortTitle;
    return title && name && kind === 'text' ? [`${name}里“${title}”讲了哪些内容？`] : [];
  });

/** Indicators that the question comes near to, whatever figure of them it wants. */
function rowsMeant(_passages: readonly Passage[], evidence: Evidence): string[] {
  const { query, index } = evidence;
  const { documentIds } = query.scope;
  const rows = index.indicators.filter(
    ({ documentId, target }) =>
      isValue(target) && (documentIds.length === 0 || documentIds.includes(documentId)),
  );
  return matchIndicators({ ...query, unit: undefined }, rows).map(({ indicator }) =>
    targetQuestion(indicator, evidence),
  );
}

/** In order; of each kind the first comes before the second of any. */
const SUGGESTERS: readonly Suggester[] = [sameElsewhere, whoLeads, sectionAround, rowsMeant];
