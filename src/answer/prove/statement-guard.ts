import type { DocumentInfo, Passage } from '../../model.ts';
import type { Segmenter } from '../../segment/segmenter.ts';
import type { Concept } from '../../understand/query.ts';
import type { DraftClaim, Proof } from '../draft.ts';
import { type ClaimClause, claimClauses } from './claim-clauses.ts';
import {
  type Judged,
  judgeByClause,
  meansSame,
  type Surroundings,
  type Unstated,
} from './clause-judge.ts';
import { compact } from './compact-text.ts';
import { dutiesIn, dutySaid } from './duty-claims.ts';
import { isCourse, isNeutral, stemOf } from './neutral-words.ts';
import { quantitiesIn } from './quantities.ts';
import { isSameValue, type Quantity } from './quantity.ts';
import { isNamedWhole, keepsShares, rowText, unsaidByRow } from './row-claims.ts';
import { type SourceClause, sourceClauses } from './source-clauses.ts';

export interface Vocabulary {
  readonly documents: ReadonlyMap<string, DocumentInfo>;
  readonly segmenter: Segmenter;
  /** What the question is about: a word of it may stand for another wording of the same thing. */
  readonly concepts: readonly Concept[];
}

/** A proof with what stands in it and over it. */
interface Source {
  readonly proof: Proof;
  readonly clauses: readonly SourceClause[];
  readonly over: string;
  readonly around: Surroundings;
}

/**
 * Reads a claim off its proofs clause by clause: each must say what one clause of a cited sentence says, in its order
 * and of what that clause speaks of. Returns the proofs that some clause needs, or what none of them states.
 */
export function statedBy(
  { text, proofs }: DraftClaim,
  vocabulary: Vocabulary,
): { readonly proofs: readonly Proof[] } | { readonly unstated: Unstated } {
  const { documents, segmenter } = vocabulary;
  const sources = proofs.map((proof) => sourceOf(proof, documents, segmenter));
  const clauses = claimClauses(compact(text), documents, segmenter);
  const telling = clauses.filter(({ said, figures }) => said.length + figures.length > 0);
  if (!telling.some(isTelling)) return { unstated: { kind: 'says-nothing', what: text } };
  const needed = new Set<Proof>();
  for (const clause of telling) {
    const verdicts = sources.map((source) => judge(clause, source, vocabulary));
    const isTrue = verdicts.some((one) => one === 'stated' || one === 'named');
    if (!isTrue) return { unstated: worst(verdicts, clause) };
    for (const [at, { proof }] of sources.entries())
      if (verdicts[at] === 'stated') needed.add(proof);
  }
  return needed.size > 0
    ? { proofs: proofs.filter((proof) => needed.has(proof)) }
    : { unstated: { kind: 'says-nothing', what: text } };
}

/** Words that agree or deny, of whatever it may be: by themselves they say nothing that could be looked up. */
const AGREES = /^(?:可以|能够|应当|应该|必须|需要|没有|是的|不是|不能|不得|允许|禁止|严禁)$/u;

const isTelling = ({ said, figures }: ClaimClause): boolean =>
  figures.length > 0 || said.some(({ word }) => word.length > 1 && !AGREES.test(word));

/** The nearest miss tells most. */
const NEAREST = ['quote-too-short', 'mark-left-out', 'said-of-another', 'word-not-cited'];

function worst(verdicts: readonly Judged[], { text }: ClaimClause): Unstated {
  const misses = verdicts.filter((one) => one !== 'stated' && one !== 'named');
  return (
    NEAREST.flatMap((kind) => misses.find((miss) => miss.kind === kind) ?? [])[0] ?? {
      kind: 'said-of-another',
      what: text,
    }
  );
}

function sourceOf(
  proof: Proof,
  documents: ReadonlyMap<string, DocumentInfo>,
  segmenter: Segmenter,
): Source {
  const { passage, quote } = proof;
  const document = documents.get(passage.documentId);
  const { over, figures } = standsOver(passage, document);
  return {
    proof,
    clauses: passage.kind === 'row' ? [] : sourceClauses(proof, document, segmenter),
    over,
    around: {
      isOver: (word) => word.length > 1 && over.includes(word),
      isFigureOver: (figure) =>
        figures.some((one) => isSameValue(one, figure)) ||
        (figure.unit === '第项' && new RegExp(`(?:^|。)${figure.values[0]}[.、]`, 'u').test(over)),
      quote: compact(quote),
      isOutline: passage.kind === 'outline' || passage.kind === 'front',
    },
  };
}

interface Over {
  readonly over: string;
  readonly figures: readonly Quantity[];
}

const overs = new WeakMap<Passage, Over>();

/** Headings over a passage and the names of its document, with the figures in them. */
function standsOver(passage: Passage, document: DocumentInfo | undefined): Over {
  const known = overs.get(passage);
  if (known) return known;
  const { title = '', shortTitle = '', region, documentNumber } = document ?? {};
  const over = compact(
    [...passage.headingPath, title, shortTitle, region ?? '', documentNumber ?? ''].join('。'),
  );
  const read = { over, figures: quantitiesIn(over) };
  overs.set(passage, read);
  return read;
}

function judge(clause: ClaimClause, source: Source, vocabulary: Vocabulary): Judged {
  const { passage } = source.proof;
  if (passage.kind === 'row') return judgeByRow(clause, source, vocabulary);
  const duty = dutySaid(clause.text, dutiesIn(passage.text), source.around.quote);
  if (duty) return judgeDuty(clause, duty, source, vocabulary);
  const misses: Judged[] = [];
  let isNamed = false;
  for (const one of source.clauses) {
    const verdict = judgeByClause(clause, one, source.around, vocabulary.concepts);
    if (verdict === 'stated') return verdict;
    if (verdict === 'named') isNamed = true;
    misses.push(verdict);
  }
  return isNamed ? 'named' : worst(misses, clause);
}

function judgeByRow(
  clause: ClaimClause,
  { proof, around: { isOver } }: Source,
  { segmenter, concepts }: Vocabulary,
): Judged {
  const row = rowText(proof.passage);
  const isAsked = (word: string): boolean => meansSame(word, row.text, concepts);
  const unsaid = unsaidByRow(clause, row, (word) => isOver(word) || isAsked(word));
  if (unsaid !== undefined) return { kind: 'word-not-cited', what: unsaid };
  return isNamedWhole(clause, row, segmenter) && keepsShares(clause, row)
    ? 'stated'
    : { kind: 'said-of-another', what: clause.text };
}

function judgeDuty(
  clause: ClaimClause,
  { rest, isTrue }: NonNullable<ReturnType<typeof dutySaid>>,
  { proof, over }: Source,
  { segmenter }: Vocabulary,
): Judged {
  if (!isTrue) return { kind: 'said-of-another', what: clause.text };
  const text = compact(proof.passage.text) + over;
  const unsaid = segmenter
    .tagged(rest)
    .find(({ word }) => !isNeutral(word) && !isCourse(word) && !text.includes(stemOf(word)));
  return unsaid === undefined ? 'stated' : { kind: 'word-not-cited', what: unsaid.word };
}
