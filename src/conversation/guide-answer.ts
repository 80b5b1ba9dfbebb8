import type { SmallTalk } from '../language/small-talk.ts';
import type { Answer, DocumentInfo } from '../model.ts';

const MAX_NAMED = 12;

/** What is said to each sort of small talk. */
const REPLIES: Readonly<Record<SmallTalk, (documents: readonly DocumentInfo[]) => string>> = {
  greeting: (documents) =>
    `您好！我是“有据”，按${counted(documents)}的原文回答问题，每句话都附出处。想查什么，直接说就行。`,
  thanks: () => '不客气。还有要查的，随时问。',
  help: () =>
    '直接用一句话问就行，最好带上地方、年份和事项；之后可以接着追问，比如“那2020年呢”“谁负责”。每句回答都附原文出处，文件里没有的会直说没有。',
  identity: () =>
    '我是“有据”，一个查政府规划和计划文件的程序，不是真人。我只用文件原文回答，每句话都能点开出处。',
  documents: (documents) => catalogueOf(documents),
  outside: (documents) => `这个我帮不上。我只回答${counted(documents)}里写了的内容。`,
  command: () => '好的。要查文件时，直接发问题就行。',
  injection: (documents) => `这个不行。我只按${counted(documents)}的原文回答，不接受别的指令。`,
  chatter: () => '好的。要查文件里的内容，随时问。',
};

const counted = (documents: readonly DocumentInfo[]): string =>
  documents.length > 1 ? `现有 ${documents.length} 份文件` : '现有文件';

function catalogueOf(documents: readonly DocumentInfo[]): string {
  if (documents.length === 0) return '现在还没有文件。';
  const titles = documents.slice(0, MAX_NAMED).map(({ shortTitle }) => shortTitle);
  const more = documents.length > titles.length ? '等' : '';
  return `现有 ${documents.length} 份文件：${titles.join('、')}${more}。`;
}

/** A place or person asked after that no document is of, said before the list of those there are. */
const withoutThem = (absent: readonly string[]): string =>
  absent.length > 0 ? `没有${absent.join('、')}的文件。` : '';

export interface GuideParts {
  readonly documents: readonly DocumentInfo[];
  readonly absentRegions: readonly string[];
  readonly suggestions: readonly string[];
}

/** A word of the program about itself: no claims, no citations, questions to go on with. */
export function guideAnswer(
  question: string,
  talk: SmallTalk,
  { documents, absentRegions, suggestions }: GuideParts,
): Answer {
  const absent = talk === 'documents' ? withoutThem(absentRegions) : '';
  const reply = absent + REPLIES[talk](documents);
  return {
    question,
    outcome: 'guide',
    kind: 'none',
    answer: reply,
    claims: [],
    citations: [],
    ...(suggestions.length > 0 && { suggestions }),
    passages: [],
    timings: { retrieveMs: 0, totalMs: 0 },
    notes: [],
  };
}
