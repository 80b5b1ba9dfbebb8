import type { IndicatorGroup, OpenDocument, Slogan } from '../../../app.ts';
import type { Answer, DocumentInfo } from '../../../model.ts';
import { comparable } from '../../comparable.ts';
import { keyIndicators } from './key-indicators.ts';

/** A question that the documents should answer, and how to tell that an answer is the right one. */
export interface Candidate {
  readonly text: string;
  isRight(answer: Answer): boolean;
}

export interface QuestionTheme {
  readonly title: string;
  /** How many of its questions to show. */
  readonly count: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

export interface Holdings {
  readonly documents: readonly OpenDocument[];
  readonly groups: readonly IndicatorGroup[];
  readonly slogans: readonly Slogan[];
}

/** Questions by theme, made of what the documents hold. */
export const questionThemes = (holdings: Holdings): readonly QuestionTheme[] => [
  { title: '查指标', count: 5, candidates: indicatorQuestions(holdings) },
  { title: '比一比', count: 4, candidates: comparisonQuestions(holdings) },
  { title: '谁负责', count: 4, candidates: taskQuestions(holdings) },
  { title: '懂提法', count: 4, candidates: sloganQuestions(holdings) },
  { title: '认文件', count: 3, candidates: documentQuestions(holdings) },
];

const citesAll =
  (passageIds: readonly string[]) =>
  ({ citations }: Answer): boolean =>
    passageIds.every((id) => citations.some(({ passageId }) => passageId === id));

const placeOf = ({ region, shortTitle }: DocumentInfo): string => region ?? shortTitle;

/** The first of each list, then the second of each … */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat();
}

const KEY_INDICATORS = 12;

/** Each of another document than the one before. */
function indicatorQuestions({ documents, groups }: Holdings): Candidate[] {
  return keyIndicators(groups, KEY_INDICATORS).flatMap(({ rows }, at) => {
    const row = rows[at % rows.length];
    const info = documents.find(({ document }) => document.info.id === row?.documentId)?.document
      .info;
    if (!row || !info) return [];
    const text = `${placeOf(info)}${row.targetYear}年${row.name}的目标是多少？`;
    return [{ text, isRight: citesAll([row.passageId]) }];
  });
}

const comparisonQuestions = ({ groups }: Holdings): Candidate[] =>
  keyIndicators(groups, KEY_INDICATORS)
    .filter(({ rows }) => rows.length > 1)
    .reverse()
    .map(({ name, rows }) => ({
      text: `各区${name}对比`,
      isRight: citesAll(rows.map(({ passageId }) => passageId)),
    }));

function taskQuestions({ documents }: Holdings): Candidate[] {
  return documents.flatMap(({ document: { info }, responsibilities }) => {
    const assigned = responsibilities.filter(({ leads }) => leads.length > 0);
    const departments = [...new Set(assigned.flatMap(({ leads }) => leads))];
    const ofDepartment = departments.map((department) => {
      const led = assigned.filter(({ leads }) => leads.includes(department));
      return {
        count: led.length,
        text: `${department}牵头哪些任务？`,
        isRight: citesAll(led.map(({ passageId }) => passageId)),
      };
    });
    const ofTask = assigned.map(({ title, passageId }) => ({
      text: `${info.shortTitle}里，“${title}”由哪个部门牵头？`,
      isRight: citesAll([passageId]),
    }));
    // One task of each ten, so that they are about unlike things.
    const spread = ofTask.filter((_, at) => at % 10 === 0);
    return inTurn([spread, ofDepartment.sort((a, b) => b.count - a.count)]);
  });
}

function sloganQuestions({ documents, slogans }: Holdings): Candidate[] {
  const ofDocuments = documents.map(({ document: { info }, passages }) =>
    slogans
      .filter(({ documentId }) => documentId === info.id)
      .map((slogan) => ({
        ...slogan,
        printed: passages.filter(({ quotable }) => quotable.includes(`“${slogan.name}”`)).length,
      }))
      .sort((a, b) => b.proofs.length - a.proofs.length || b.printed - a.printed)
      .map(({ name, proofs }) => ({
        text: `${placeOf(info)}的“${name}”指的是什么？`,
        isRight: (answer: Answer) =>
          citesAll(proofs.map(({ passage }) => passage.id))(answer) &&
          (proofs.length > 1 ||
            comparable(answer.answer).includes(comparable(proofs[0]?.quote ?? ''))),
      })),
  );
  return inTurn(ofDocuments);
}

function documentQuestions({ documents }: Holdings): Candidate[] {
  const infos = documents.map(({ document }) => document.info);
  const issued = infos.flatMap(({ shortTitle, issuedOn, id }) =>
    issuedOn === null
      ? []
      : [
          {
            text: `${shortTitle}是什么时候印发的？`,
            isRight: ({ kind, answer, citations }: Answer) =>
              kind === 'document' &&
              answer.includes(issuedOn.slice(0, 4)) &&
              citations.every(({ documentId }) => documentId === id),
          },
        ],
  );
  const structured = documents.flatMap(({ document: { info, children } }) => {
    const chapters = children.filter((child) => child.type === 'section');
    const [first] = chapters;
    const leads = children.filter((child) => child.type === 'text' && child.lead !== null);
    // Of a text that lost its headings the few that are left are no structure.
    if (!first || leads.length > chapters.length) return [];
    return [
      {
        text: `${info.shortTitle}有哪几${first.kind === 'chapter' ? '章' : '部分'}？`,
        isRight: ({ kind, answer }: Answer) =>
          kind === 'outline' &&
          chapters.every(({ title }) => comparable(answer).includes(comparable(title))),
      },
    ];
  });
  const all = {
    text: '收录了哪些文件？',
    isRight: ({ answer }: Answer) => infos.every(({ title }) => answer.includes(title)),
  };
  return [all, ...inTurn([structured, issued])];
}
