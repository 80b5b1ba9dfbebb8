import type { DocumentInfo, Passage } from '../../model.ts';
import { flatten } from '../../retrieve/question-text.ts';
import { type Fault, faultOf } from '../checks.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import { numbersIn } from '../figures.ts';
import { isVerbatim } from '../quotes.ts';
import type { ProposedClaim } from './proposed-claim.ts';

/** What may be wrong with a proposed claim, beside what may be wrong with any. */
export type WordingFault = Fault | 'no-such-evidence' | 'not-supported' | 'not-asked';

/** What each means, for the model that is to mend it and for the log. */
export const FAULT_WORDS: Readonly<Record<WordingFault, string>> = {
  'no-proof': '没有注明依据',
  'quote-not-verbatim': 'quote 不是资料 text 里的原文',
  'no-such-evidence': '没有这个编号的资料',
  'not-supported': '句子里有依据没有说到的内容',
  'not-asked': '说的不是所问的事',
  'figure-not-cited': '句子里的数字不在所引的原文里',
  'unit-differs': '单位与原文不同',
  'qualifier-differs': '以上、左右、力争一类限定词与原文不同',
  'year-differs': '年份与原文不同',
  'manner-differs': '增减、年均、累计一类说法与原文不同',
  'figure-of-another': '数字是另一项的',
  'region-differs': '地方与所引文件不同',
  'turned-round': '意思与原文相反或多出、少了关键词',
};

export interface Proving {
  /** The evidence as numbered for the model, from 1. */
  readonly passages: readonly Passage[];
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly question: string;
}

/** A proposed claim as one with proofs, or why it must not be shown. The model's word counts for nothing here. */
export function proveClaim(
  { text, citations }: ProposedClaim,
  { passages, documents, question }: Proving,
): DraftClaim | WordingFault {
  if (citations.length === 0) return 'no-proof';
  const proofs: Proof[] = [];
  for (const { n, quote } of citations) {
    const passage = passages[n - 1];
    if (!passage) return 'no-such-evidence';
    const found = quote.trim() === '' ? sentenceFor(text, passage) : quote.trim();
    if (found === undefined || !isVerbatim(found, passage)) return 'quote-not-verbatim';
    proofs.push({ passage, quote: found });
  }
  const claim = { text: asSentence(text), proofs };
  return (
    faultOf(claim, documents) ?? (isSupported(claim, documents, question) ? claim : 'not-supported')
  );
}

const asSentence = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`);

const YEAR = /(?:19|20)\d{2}\s*年/gu;

/** The sentence of a passage that a claim without a quote can only mean: the one with all its figures but the years. */
function sentenceFor(text: string, { quotable }: Passage): string | undefined {
  const figures = numbersIn(text.replace(YEAR, ' '));
  const sentences = quotable.split(/(?<=[。；\n])/u).map((sentence) => sentence.trim());
  return sentences
    .filter(
      (sentence) => sentence !== '' && figures.every((one) => numbersIn(sentence).includes(one)),
    )
    .sort((a, b) => overlap(text, b) - overlap(text, a))[0];
}

/** Words that plans and people use to say anything at all. */
const FRAMING =
  /根据|按照|提出|明确|要求|规划|计划|纲要|文件|目标|任务|其中|此外|另外|同时|主要|包括|分别|达到|为|是|的|了|到|将|要|在|和|与|以及|并|年|区|市/gu;
const MIN_SUPPORT = 0.6;

const pairsOf = (text: string): string[] => {
  const letters = Array.from(
    flatten(text)
      .replace(FRAMING, ' ')
      .replace(/[^\p{Script=Han}\p{L}\s]/gu, ' '),
  );
  return letters
    .slice(1)
    .map((letter, at) => `${letters[at]}${letter}`)
    .filter((pair) => !/\s/u.test(pair));
};

const overlap = (text: string, other: string): number => {
  const said = new Set(pairsOf(other));
  return pairsOf(text).filter((pair) => said.has(pair)).length;
};

/** Whether nearly all words of a claim stand in what it cites, its place, or the question. */
function isSupported(
  { text, proofs }: DraftClaim,
  documents: ReadonlyMap<string, DocumentInfo>,
  question: string,
): boolean {
  const pairs = pairsOf(text);
  if (pairs.length === 0) return true;
  const cited = proofs.flatMap(({ passage, quote }) => {
    const document = documents.get(passage.documentId);
    const names = [
      document?.title,
      document?.shortTitle,
      document?.region,
      ...(document?.aliases ?? []),
    ];
    return [quote, ...passage.headingPath, ...names.map((name) => name ?? '')];
  });
  return overlap(text, [...cited, question].join('\n')) / pairs.length >= MIN_SUPPORT;
}
