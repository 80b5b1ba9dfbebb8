import type { Passage } from '../../model.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import { numbersIn } from '../figures.ts';
import { quotesOrder } from '../planted-instruction.ts';
import { type Fault, faultOf } from '../prove/checks.ts';
import { strangeSign } from '../prove/claim-characters.ts';
import type { Unstated } from '../prove/clause-judge.ts';
import { computedIn } from '../prove/computed-figures.ts';
import { statedBy, type Vocabulary } from '../prove/statement-guard.ts';
import { leaning } from '../prove/word-overlap.ts';
import { squeeze } from '../quotes.ts';
import type { ProposedClaim } from './proposed-claim.ts';

/** Why a proposed claim must not be shown: what may be wrong with any, and what only a model gets wrong. */
export type WordingFault = Omit<Fault, 'kind'> & {
  readonly kind:
    | Fault['kind']
    | Unstated['kind']
    | 'no-such-evidence'
    | 'strange-sign'
    | 'order-quoted';
};

/** What each means, for the model that is to mend it and for the notes. */
export const FAULT_WORDS: Readonly<Record<WordingFault['kind'], string>> = {
  'no-proof': '没有注明依据',
  'quote-not-verbatim': 'quote 不是资料 text 里的原文',
  'no-such-evidence': '没有这个编号的资料',
  'word-not-cited': '用了所引原文里没有的说法',
  'said-of-another': '原文没有一处这样说：主语、对象或数字是另一处的',
  'mark-left-out': '丢了原文的限定词或否定词',
  'strange-sign': '用了句子里不该有的符号',
  'order-quoted': '引用的是对读者下命令的文字，不能当依据',
  'quote-too-short': 'quote 太短，证明不了这句话',
  'says-nothing': '没有说出原文的任何内容',
  'figure-not-cited': '句子里的数字不在所引的原文里',
  'unit-differs': '单位与原文不同',
  'qualifier-differs': '以上、左右一类限定词与原文不同',
  'year-differs': '年份与原文不同',
  'manner-differs': '增减、年均、累计、力争一类说法与原文不同',
  'figure-of-another': '数字是另一项的',
  'region-differs': '地方与所引文件不同',
  'turned-round': '意思与原文相反，或多出、少了关键词',
};

export interface Proving {
  /** The evidence as numbered for the model, from 1. */
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
}

/** A proposed claim with its proofs, or what is wrong with it. The model's word counts for nothing here. */
export function proveClaim(
  { text, citations }: ProposedClaim,
  { passages, vocabulary }: Proving,
): { readonly claim: DraftClaim } | { readonly fault: WordingFault } {
  const strange = strangeSign(text);
  if (strange !== undefined) return { fault: { kind: 'strange-sign', what: strange } };
  const proofs: Proof[] = [];
  for (const { n, quote } of citations.slice(0, MAX_CITATIONS)) {
    const passage = passages[n - 1];
    if (!passage) return { fault: { kind: 'no-such-evidence', what: String(n) } };
    if (leavesWordsOut(quote, passage))
      return { fault: { kind: 'quote-not-verbatim', what: quote } };
    proofs.push({ passage, quote: quoteFrom(passage, quote.trim()) || sentenceFor(text, passage) });
  }
  const order = proofs.find(quotesOrder);
  if (order) return { fault: { kind: 'order-quoted', what: order.quote } };
  const worded: DraftClaim = { text: asSentence(text), proofs, isFree: true };
  const computed = computedIn(worded, vocabulary.documents);
  const claim = computed.length > 0 ? { ...worded, computed } : worded;
  const fault = faultOf(claim, vocabulary.documents);
  if (fault) return { fault };
  const stated = statedBy(claim, vocabulary);
  if ('unstated' in stated) return { fault: stated.unstated };
  return { claim: { ...claim, proofs: stated.proofs } };
}

/** One sentence needs no more; what is beyond is not looked at. */
const MAX_CITATIONS = 12;

const LEAVES_OUT = /…|\.{3}|。{2}|⋯/u;

/** Only our own code may join pieces of a passage: a model could join them to what it does not say. */
const leavesWordsOut = (quote: string, { quotable }: Passage): boolean =>
  LEAVES_OUT.test(quote) && !squeeze(quotable).includes(squeeze(quote));

/** A row is shown to the model with the names of its columns; what it quotes of that stands for the row. */
const quoteFrom = ({ kind, text, quotable }: Passage, quote: string): string =>
  kind === 'row' && quote !== '' && squeeze(text).includes(squeeze(quote)) ? quotable : quote;

const asSentence = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`);

const YEAR = /(?:19|20)\d{2}\s*年/gu;

/** The sentence a claim without a quote can only mean: with all its figures but the years, and most of its words. */
function sentenceFor(text: string, { quotable }: Passage): string {
  const figures = numbersIn(text.replace(YEAR, ' '));
  const fitting = quotable
    .split(/(?<=[。；\n])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => figures.every((one) => numbersIn(sentence).includes(one)));
  return fitting.reduce(
    (best, one) => (leaning(text, one, best) > 0 ? one : best),
    fitting[0] ?? '',
  );
}
