import type { Answer } from '../model.ts';
import { absenceOf } from './absence.ts';
import type { Evidence } from './draft.ts';

/** Says that the documents do not say it: what was searched and what is missing. */
export function notFound(question: string, evidence: Evidence): Omit<Answer, 'timings'> {
  const lines = [`文件中没有找到答案。${reasonOf(evidence)}`, searchedIn(evidence)];
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

/** Asks to do something rather than what a document says. */
const REQUEST =
  /翻译|发(?:我|给我|到)?.{0,4}(?:邮箱|邮件)|写(?:一?首|一?篇|一?封|个)|画(?:一?张|个)|作(?:一?首)|密码|密钥|api ?key|token|忽略(?:以上|之前|前面)|扮演|假装|转账|下载/u;

function reasonOf({ query, index }: Evidence): string {
  if (REQUEST.test(query.text)) return '我只回答计划文件里写了的内容，不能代做别的事。';
  const { documentIds, parts } = query.scope;
  // What there is of the whole region named did not answer for its part.
  const isOfNone = documentIds.length === 0 || parts.length > 0;
  const absence = isOfNone
    ? absenceOf({ ...query.scope, documentIds: [] }, index.documents)
    : undefined;
  if (absence !== undefined) return absence;
  const unknown = query.concepts
    .filter((concept) => concept.unknown)
    .map(({ said }) => `“${said}”`);
  if (unknown.length > 0) return `文件里没有出现${unknown.slice(0, 3).join('、')}。`;
  const missingYears = query.time.years.filter(
    // A document whose years are unknown may be of any.
    (year) =>
      !index.documents.some(
        ({ period }) => period === null || (year >= period[0] - 5 && year <= period[1]),
      ),
  );
  if (missingYears.length > 0) return `文件没有给出${missingYears.join('、')}年的这个数值。`;
  if (query.unit) return '文件提到了相关内容，但没有一句能确定给出所问的数值。';
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
