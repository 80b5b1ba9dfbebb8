import type { DocumentInfo } from '../model.ts';
import { flatten } from './question-text.ts';

/** Speaks of a document, so that words of a title can mean it. */
const SAYS_DOCUMENT =
  /意见|方案|通知|通报|办法|规定|条例|决定|文件|文|(?:那|这|两|几|各)份|规划|计划|纲要/u;
/** Words of a title from which on it is told from all others. */
const MIN_TOPIC = 4;

/** What any plan is called. */
const OF_ANY = /规划|计划|纲要|目标|报告|国民|经济|社会|发展|[一二三四五六七八九十]五/u;

/**
 * Documents that a question calls by what they are about (促进就业那份意见, 无废城市试点方案): by a run of words
 * that stands in one title alone.
 */
export function documentsOnTopic(
  flat: string,
  documents: readonly DocumentInfo[],
): readonly DocumentInfo[] {
  if (documents.length < 2 || !SAYS_DOCUMENT.test(flat)) return [];
  const titles = titlesOf(documents);
  const meant = new Set<DocumentInfo>();
  for (let at = 0; at + MIN_TOPIC <= flat.length; at += 1) {
    const run = flat.slice(at, at + MIN_TOPIC);
    if (!/^\p{Script=Han}+$/u.test(run) || OF_ANY.test(run)) continue;
    const own = documents.filter((_, index) => titles[index]?.includes(run));
    if (own.length === 1) for (const document of own) meant.add(document);
  }
  return [...meant];
}

const memo = new WeakMap<readonly DocumentInfo[], readonly string[]>();

/** Flattened; the same list of documents is read once. */
function titlesOf(documents: readonly DocumentInfo[]): readonly string[] {
  const known = memo.get(documents) ?? documents.map(({ title }) => flatten(title));
  memo.set(documents, known);
  return known;
}
