import type { Answer } from '../model.ts';
import type { Evidence } from './draft.ts';

const NEAREST = 3;

/** Says that the documents do not say it: what was searched, what is missing, where to look instead. */
export function notFound(
  question: string,
  evidence: Evidence,
  reason = reasonOf(evidence),
): Omit<Answer, 'timings'> {
  const lines = [`文件中没有找到答案。${reason}`, searchedIn(evidence), nearestIn(evidence)];
  return {
    question,
    outcome: 'not-found',
    kind: 'none',
    answer: lines.filter(Boolean).join('\n'),
    claims: [],
    citations: [],
    passages: evidence.hits.slice(0, 20).map(({ passage, score }) => ({ passage, score })),
    notes: [],
  };
}

function reasonOf({ query, index }: Evidence): string {
  const { absentRegions, documentIds } = query.scope;
  if (absentRegions.length > 0 && documentIds.length === 0)
    return `现有文件里没有${absentRegions.join('、')}的规划或计划。`;
  const unknown = query.concepts
    .filter((concept) => concept.unknown)
    .map(({ said }) => `“${said}”`);
  if (unknown.length > 0) return `文件里没有出现${unknown.slice(0, 3).join('、')}。`;
  const missingYears = query.time.years.filter(
    (year) =>
      !index.documents.some(({ period }) => period && year >= period[0] - 5 && year <= period[1]),
  );
  if (missingYears.length > 0) return `${missingYears.join('、')}年不在这些文件的规划期内。`;
  if (query.unit) return '文件提到了相关内容，但没有给出所问的数值。';
  return '';
}

function searchedIn({ query, documents, index }: Evidence): string {
  const ids = query.scope.documentIds;
  const searched = ids.length > 0 ? ids.map((id) => documents.get(id)) : index.documents;
  const titles = searched
    .slice(0, 5)
    .flatMap((document) => (document ? [document.shortTitle] : []));
  const more = searched.length > titles.length ? `等${searched.length}份文件` : '';
  return `已查：${titles.join('、')}${more}。`;
}

function nearestIn({ hits, documents }: Evidence): string {
  const places = hits.map(({ passage }) => {
    const document = documents.get(passage.documentId);
    const heading = passage.headingPath.slice(-2).join(' › ');
    return heading ? `${document?.shortTitle ?? ''} ${heading}` : '';
  });
  const nearest = [...new Set(places.filter(Boolean))].slice(0, NEAREST);
  return nearest.length > 0 ? `可以看看（不是答案）：${nearest.join('；')}。` : '';
}
