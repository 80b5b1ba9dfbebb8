import type { DocumentInfo, Passage } from '../../model.ts';
import { flatPassage } from '../../retrieve/flat-passage.ts';
import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import type { Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Candidate, DraftClaim, Evidence, Proof } from '../draft.ts';
import { tellingSentences } from '../kinds/sentence-kind.ts';
import { ELLIPSIS } from '../quotes.ts';

/** A candidate as the judge looks at it. */
export interface Considered {
  readonly candidate: Candidate;
  readonly query: Query;
  readonly evidence: Evidence;
  /** The documents it cites. */
  readonly documents: readonly DocumentInfo[];
  readonly passages: readonly Passage[];
  /** All it quotes, flattened. */
  readonly quoted: string;
  /** The headings over what it quotes, flattened. */
  readonly headings: string;
  /** Of each claim the best sentence it quotes from. */
  readonly parts: readonly RankedSentence[];
  /** The same, best first. */
  readonly sentences: readonly RankedSentence[];
  /** The best of all sentences that can be read out, whoever quotes it. */
  readonly top: RankedSentence | undefined;
}

export function consider(candidate: Candidate, evidence: Evidence): Considered {
  const proofs = candidate.claims.flatMap((claim) => claim.proofs);
  const passages = [...new Map(proofs.map(({ passage }) => [passage.id, passage])).values()];
  const ids = [...new Set(passages.map(({ documentId }) => documentId))];
  const parts = candidate.claims.flatMap((claim) => bestOf(claim, evidence) ?? []);
  return {
    candidate,
    query: evidence.query,
    evidence,
    documents: ids.flatMap((id) => evidence.documents.get(id) ?? []),
    passages,
    quoted: proofs.map(({ quote }) => flatten(quote)).join('\n'),
    headings: passages.map((passage) => flatPassage(passage).headings).join('\n'),
    parts,
    sentences: parts.toSorted((a, b) => b.score - a.score),
    top: tellingSentences(evidence)[0],
  };
}

function bestOf({ proofs }: DraftClaim, evidence: Evidence): RankedSentence | undefined {
  const quoted = proofs.flatMap((proof) => sentencesQuoted(proof, evidence));
  return quoted.reduce<RankedSentence | undefined>(
    (best, one) => (best && best.score >= one.score ? best : one),
    undefined,
  );
}

function sentencesQuoted({ passage, quote }: Proof, evidence: Evidence): RankedSentence[] {
  const sentences = evidence.sentencesIn(passage);
  if (sentences.length < 2) return [...sentences];
  const pieces = quote.split(ELLIPSIS).map(flatten);
  return sentences.filter(({ flat }) =>
    pieces.some((piece) => flat.includes(piece) || piece.includes(flat)),
  );
}

/** A sign of whether a candidate answers what was asked. */
export interface JudgeFeature {
  readonly name: string;
  /** One sentence, with the range. */
  readonly says: string;
  readonly value: (considered: Considered, all: readonly Considered[]) => number;
}
