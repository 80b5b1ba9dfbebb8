import type { WordVectors } from '../../embed/words/word-vectors.ts';
import { shortPlace } from '../../language/places/short-name.ts';
import type { DocumentInfo, Passage } from '../../model.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import type { Concept } from '../../understand/query.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import type { SaidWord } from './claim-clauses.ts';
import { type ClaimClause, claimClauses } from './claim-clauses.ts';
import { withoutLead } from './claim-lead.ts';
import { type Held, judgeClause, type Unstated } from './clause-judge.ts';
import { compact } from './compact-text.ts';
import { dutiesIn, dutySaid } from './duty-claims.ts';
import { causeAdded, markAdded } from './marks.ts';
import { isCourse, isNeutral } from './neutral-words.ts';
import { isFigureOver, type Over, searched, standsOver } from './over-text.ts';
import type { Quantity } from './quantity.ts';
import { isNamedWhole, keepsShares, rowText, unsaidByRow } from './row-claims.ts';
import { stemOf } from './same-words.ts';
import { type SourceClause, sourceClauses } from './source-clauses.ts';
import { type Searched, WordMeaning } from './word-meaning.ts';

export interface Vocabulary {
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly segmenter: Segmenter;
  /** What words mean; without it only the tables of wordings tell. */
  readonly words?: WordVectors;
  /** What the question is about: a word of it may stand for another wording of the same thing. */
  readonly concepts: readonly Concept[];
}

/** A proof with what stands in it and over it. */
interface Source {
  readonly proof: Proof;
  readonly clauses: readonly SourceClause[];
  readonly over: Over;
  readonly quote: string;
  /** What its passage says before the quote. */
  readonly before: string;
}

/**
 * Reads a claim off its proofs clause by clause: each must say what cited clauses say, of what those speak of and as
 * surely. Returns the proofs that some clause needs, or what none of them states.
 */
export function statedBy(
  { text, proofs, computed = [] }: DraftClaim,
  vocabulary: Vocabulary,
): { readonly proofs: readonly Proof[] } | { readonly unstated: Unstated } {
  const { documents, segmenter } = vocabulary;
  const meaning = meaningBy(vocabulary.words);
  const sources = proofs.map((proof) => sourceOf(proof, documents, segmenter));
  const clauses = claimClauses(withoutLead(compact(text)), documents, segmenter);
  const telling = clauses.filter(({ said, figures }) => said.length + figures.length > 0);
  const quotes = sources.map(({ quote }) => quote).join('|');
  const twice = STUTTERS.exec(compact(text))?.[0];
  if (twice !== undefined && !quotes.includes(twice))
    return { unstated: { kind: 'said-of-another', what: twice } };
  // What says nothing by itself may still turn round what stands beside it.
  const turned = clauses
    .filter((one) => !telling.includes(one))
    .flatMap(({ text: said }) => markAdded(said, quotes) ?? [])[0];
  if (turned !== undefined) return { unstated: { kind: 'word-not-cited', what: turned } };
  if (!telling.some(isTelling)) return { unstated: { kind: 'says-nothing', what: text } };
  const cause = causeAdded(compact(text), quotes);
  if (cause !== undefined) return { unstated: { kind: 'word-not-cited', what: cause } };
  const needed = new Set<Proof>();
  const lost: SaidWord[] = [];
  for (const clause of telling) {
    const isComputed = ({ values }: Quantity): boolean =>
      computed.some(({ value }) => Number(value) === Number(values[0]));
    const verdict = judge(clause, sources, isComputed, vocabulary, meaning);
    if ('kind' in verdict) return { unstated: verdict };
    for (const proof of verdict.proofs) needed.add(proof);
    lost.push(...(verdict.lost ?? []));
  }
  const weigh = (some: readonly SaidWord[]): number =>
    some.reduce((sum, { word }) => sum + meaning.rarityOf(word), 0);
  if (weigh(lost) > weigh(telling.flatMap(({ said }) => said)) * (1 - LEAST_SHARE))
    return { unstated: { kind: 'word-not-cited', what: lost.map(({ word }) => word).join('、') } };
  if (needed.size === 0 && computed.length > 0) return { proofs };
  return needed.size > 0
    ? { proofs: proofs.filter((proof) => needed.has(proof)) }
    : { unstated: { kind: 'says-nothing', what: text } };
}

/** The same thing twice in a list (医疗、医疗保险): one of the two was another. */
const STUTTERS =
  /(?<=[、，和与及的区市省县]|^|\p{Script=Han})(\p{Script=Han}{2,6})[、和与及](?:\1)/u;

/** So much of what a claim says, weighed by how rare the words are, what it cites must say. */
const LEAST_SHARE = Number(process.env.SHARE ?? 0.5);

const meanings = new WeakMap<WordVectors, WordMeaning>();
const lettersOnly = new WordMeaning(undefined);

function meaningBy(vectors: WordVectors | undefined): WordMeaning {
  if (!vectors) return lettersOnly;
  const meaning = meanings.get(vectors) ?? new WordMeaning(vectors);
  meanings.set(vectors, meaning);
  return meaning;
}

/** Words that agree or deny, of whatever it may be: by themselves they say nothing that could be looked up. */
const AGREES = /^(?:可以|能够|应当|应该|必须|需要|没有|是的|不是|不能|不得|允许|禁止|严禁)$/u;

const isTelling = ({ said, figures }: ClaimClause): boolean =>
  figures.length > 0 || said.some(({ word }) => word.length > 1 && !AGREES.test(word));

type Judged = { readonly proofs: readonly Proof[]; readonly lost?: readonly SaidWord[] } | Unstated;

/** Rows and duties are read by themselves; sentences of several proofs together. */
function judge(
  clause: ClaimClause,
  sources: readonly Source[],
  isComputed: (figure: Quantity) => boolean,
  vocabulary: Vocabulary,
  meaning: WordMeaning,
): Judged {
  const misses: Unstated[] = [];
  const running: Source[] = [];
  for (const source of sources) {
    const verdict = judgeAlone(clause, source, vocabulary, meaning);
    if (verdict === 'stated') return { proofs: [source.proof] };
    if (verdict) misses.push(verdict);
    else running.push(source);
  }
  if (running.length > 0) {
    const verdict = judgeRunning(clause, running, isComputed, vocabulary, meaning);
    if ('held' in verdict) return { proofs: proofsOf(verdict, running), lost: verdict.lost ?? [] };
    misses.push(verdict);
  }
  return worst(misses, clause);
}

function proofsOf({ held }: Held, sources: readonly Source[]): Proof[] {
  return sources
    .filter(({ clauses }) => held.some(({ source }) => clauses.includes(source)))
    .map(({ proof }) => proof);
}

function judgeAlone(
  clause: ClaimClause,
  source: Source,
  vocabulary: Vocabulary,
  meaning: WordMeaning,
): 'stated' | Unstated | undefined {
  const { passage } = source.proof;
  if (passage.kind === 'row') return judgeByRow(clause, source, vocabulary, meaning);
  const duty = dutySaid(clause.text, dutiesIn(passage.text), source.quote);
  return duty && judgeDuty(clause, duty, source, vocabulary);
}

function judgeRunning(
  clause: ClaimClause,
  sources: readonly Source[],
  isComputed: (figure: Quantity) => boolean,
  { segmenter, concepts }: Vocabulary,
  meaning: WordMeaning,
): Held | Unstated {
  const clauses = sources.flatMap((source) => source.clauses);
  const asked = new Set(concepts.flatMap(({ forms }) => forms.map(({ text }) => text)));
  const isOver = ({ word, isName, isPolar }: SaidWord): boolean =>
    !isPolar &&
    (sources.some(({ over }) =>
      isName
        ? over.text.includes(word) || over.places.includes(shortPlace(word))
        : meaning.worded(word, over.searched) !== undefined,
    ) ||
      (!isName && asked.has(word) && isAsked(word, clauses, concepts)));
  return judgeClause(
    clause,
    { own: searched(clause.text, segmenter), before: searched(clause.before, segmenter) },
    clauses,
    {
      isOver,
      isComputed,
      isBefore: ({ word, tag, isName }) =>
        !isName && /^n/u.test(tag) && sources.some(({ before }) => before.includes(word)),
      isFigureFree: (figure) =>
        isComputed(figure) ||
        (figure.unit === '年' && figure.values[0] === '5') ||
        (figure.values[0] === '1' && /^[个条种类项款份面段块头方步样]$/u.test(figure.unit)) ||
        sources.some(({ over }) => isFigureOver(figure, over)),
      quotes: sources.map(({ quote }) => quote).join('|'),
      isOutline: sources.every(({ proof }) => isOutline(proof.passage)),
    },
    meaning,
  );
}

const isOutline = ({ kind }: Passage): boolean => kind === 'outline' || kind === 'front';

/** Another wording of what the question asks about. */
const isAsked = (
  word: string,
  clauses: readonly SourceClause[],
  concepts: readonly Concept[],
): boolean =>
  concepts.some(
    ({ forms }) =>
      forms.some(({ text }) => text.includes(word)) &&
      forms.some(({ text }) => clauses.some((one) => one.scope.text.includes(text))),
  );

/** The nearest miss tells most. */
const NEAREST = ['quote-too-short', 'mark-left-out', 'said-of-another', 'word-not-cited'];

const worst = (misses: readonly Unstated[], { text }: ClaimClause): Unstated =>
  NEAREST.flatMap((kind) => misses.find((miss) => miss.kind === kind) ?? [])[0] ?? {
    kind: 'said-of-another',
    what: text,
  };

function sourceOf(
  proof: Proof,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): Source {
  const document = documents.get(proof.passage.documentId);
  return {
    proof,
    clauses: proof.passage.kind === 'row' ? [] : sourceClauses(proof, document, segmenter),
    over: standsOver(proof.passage, document, segmenter),
    quote: compact(proof.quote),
    before: compact(proof.passage.text).split(compact(proof.quote), 1)[0] ?? '',
  };
}

function judgeByRow(
  clause: ClaimClause,
  { proof, over }: Source,
  { segmenter, concepts }: Vocabulary,
  meaning: WordMeaning,
): 'stated' | Unstated {
  const row = rowText(proof.passage);
  const text = searched(row.text, segmenter);
  const isSaid = (word: string): boolean =>
    meaning.find(word, text) !== undefined ||
    meaning.find(word, over.searched) !== undefined ||
    concepts.some(
      ({ forms }) =>
        forms.some((one) => one.text.includes(word)) &&
        forms.some((one) => row.text.includes(one.text)),
    );
  // A row gives what is aimed at: nothing of it has been reached.
  const unsaid =
    unsaidByRow(clause, row, isSaid) ?? markAdded(clause.text, row.text) ?? clause.done[0];
  if (unsaid !== undefined) return { kind: 'word-not-cited', what: unsaid };
  return isNamedWhole(clause, row, (name) =>
    isNamed(name, searched(clause.text, segmenter), segmenter, meaning),
  ) && keepsShares(clause, row)
    ? 'stated'
    : { kind: 'said-of-another', what: clause.text };
}

/** Of what something is a share goes without saying where its name is of an indicator. */
const SHARE_OF = /占.{2,10}?(?:比重|比例)/u;

/** Whether a text says all the telling words of a name. */
const isNamed = (
  name: string,
  text: Searched,
  segmenter: Segmenter,
  meaning: WordMeaning,
): boolean =>
  segmenter
    .tagged(name.replace(SHARE_OF, '占比').replace(/^全社会/u, ''))
    .every(({ word }) => isNeutral(word) || meaning.same(word, text) !== undefined);

const sharesWords = (one: string, other: string): boolean =>
  Array.from(one, (_letter, at) => one.slice(at, at + 3)).some(
    (some) => some.length === 3 && other.includes(some),
  );

/** What is left of a duty's names of offices is another office. */
const OFFICE = /[^\s、，由和与等的]{2,}(?:局|委|办|厅|部|中心|银行)(?![门分署])/gu;

function judgeDuty(
  clause: ClaimClause,
  { rest, isTrue }: NonNullable<ReturnType<typeof dutySaid>>,
  { proof, over }: Source,
  { segmenter }: Vocabulary,
): 'stated' | Unstated {
  if (!isTrue) return { kind: 'said-of-another', what: clause.text };
  const near = compact(proof.quote)
    .split(/[，。;；()]/u)
    .filter((part) => sharesWords(part, clause.text));
  const added = markAdded(clause.text, near.join('，'));
  if (added !== undefined) return { kind: 'word-not-cited', what: added };
  const text = compact(proof.passage.text) + over.text;
  const office = rest.match(OFFICE)?.find((one) => !text.includes(one));
  if (office !== undefined) return { kind: 'word-not-cited', what: office };
  const unsaid = segmenter
    .tagged(rest)
    .find(({ word }) => !isNeutral(word) && !isCourse(word) && !text.includes(stemOf(word)));
  return unsaid === undefined ? 'stated' : { kind: 'word-not-cited', what: unsaid.word };
}
