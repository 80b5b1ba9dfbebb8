import type { DocumentInfo } from '../../model.ts';
import type { Concept } from '../../retrieve/query.ts';
import { sentencesOf } from '../../retrieve/sentences.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import { placesOf, squeeze } from '../quotes.ts';
import { compact } from './compact-text.ts';
import { quantitiesIn } from './quantities.ts';
import { mentionsIn } from './region-guard.ts';

export interface Vocabulary {
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly segmenter: Segmenter;
  /** What the question is about: a word of it may stand for another wording of the same thing. */
  readonly concepts: readonly Concept[];
}

/** Parts of speech that say something: nouns and names, verbs, adjectives, idioms, Latin words. */
const TELLING = /^(?:n|v|a|i|l|j|z|s|b|eng|t)/u;
/** Words any sentence about a plan may be framed with. */
const FRAMING =
  /^(?:根据|依据|按照|提出|明确|要求|规划|计划|纲要|文件|文中|原文|目标|指标|任务|重点任务|属于|作为|为|是|有|要|将|会|可|能|到|达|达到|其中|此外|另外|同时|主要|包括|包含|分别|以及|相关|方面|情况|内容|具体|工作|进行|予以|文号|日期|印发|结构|注|一栏|没有|给出|数值|年份|时期|期间|年|末|底|区|市|县|全区|全市|我区|我市|本区|本市|由|从|至|比|较|占|项|个|原文缺失|缺失)$/u;
/** What happens to a figure: the figure guard judges it. */
const COURSE = /^(?:提高|提升|上升|增长|增加|增速|下降|降低|减少|力争|争取)$/u;
const FRAMING_END = /(?<=.)(?:指标|目标|任务|规划|计划)$/u;

/**
 * The first word of a claim that what it cites does not say: neither the sentences it quotes from nor the headings and
 * names over them. Numbers and places are for others to judge. Undefined where every word is said.
 */
export function unsaidWord(
  { text, proofs }: DraftClaim,
  { documents, segmenter, concepts }: Vocabulary,
): string | undefined {
  const claim = compact(text);
  const spans = [...quantitiesIn(claim), ...mentionsIn(claim, documents)];
  const words = spans.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    claim,
  );
  const said = proofs.map((proof) => saidBy(proof, documents)).join('\n');
  return segmenter
    .tagged(words)
    .filter(({ word, tag }) => TELLING.test(tag) && /\p{L}/u.test(word))
    .find(({ word }) => !isFraming(word) && !isSaid(word, said, concepts))?.word;
}

const isFraming = (word: string): boolean => FRAMING.test(word) || COURSE.test(word);

/** Sentences a proof quotes from, whole, and what stands over them. */
function saidBy({ passage, quote }: Proof, documents: ReadonlyMap<string, DocumentInfo>): string {
  const document = documents.get(passage.documentId);
  const places = placesOf(quote, passage) ?? [];
  const sentences =
    passage.kind === 'row'
      ? [passage.text]
      : sentencesOf(passage, document)
          .filter(({ start, text }) => {
            const from = squeeze(passage.quotable.slice(0, start)).length;
            const to = from + squeeze(text).length;
            return places.some(([first, last]) => first < to && last > from);
          })
          .map(({ text }) => text);
  const { title = '', shortTitle = '', region } = document ?? {};
  return compact(
    [...sentences, ...passage.headingPath, title, shortTitle, region ?? ''].join('。'),
  );
}

/** The word itself, all of its pairs of letters, or another wording of what the question asks about. */
function isSaid(whole: string, said: string, concepts: readonly Concept[]): boolean {
  const word = whole.replace(FRAMING_END, '');
  if (said.includes(word)) return true;
  const pairs = Array.from(word, (_letter, at) => word.slice(at, at + 2)).slice(0, -1);
  if (pairs.length > 1 && pairs.every((pair) => said.includes(pair))) return true;
  return concepts.some(
    ({ forms }) =>
      forms.some(({ text }) => text.includes(word)) &&
      forms.some(({ text }) => said.includes(text)),
  );
}
