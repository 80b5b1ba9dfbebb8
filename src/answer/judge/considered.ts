import type { DocumentInfo, Passage } from '../../model.ts';
import { flatPassage } from '../../retrieve/flat-passage.ts';
import type { RankedSentence } from '../../retrieve/ranked-sentence.ts';
import type { Query } from '../../understand/query.ts';
import { flatten } from '../../understand/question-text.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { tellingSentences } from '../kinds/sentence-kind.ts';
import { squeeze } from '../quotes.ts';

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
  /** The ranked sentences it quotes from, best first. */
  readonly sentences: readonly RankedSentence[];
  /** The best of all ranked sentences, whoever quotes it. */
  readonly top: RankedSentence | undefined;
}

export function consider(candidate: Candidate, evidence: Evidence): Considered {
  const proofs = candidate.claims.flatMap((claim) => claim.proofs);
  const passages = [...new Map(proofs.map(({ passage }) => [passage.id, passage])).values()];
  const quotes = proofs.map(({ passage, quote }) => ({ id: passage.id, quote: squeeze(quote) }));
  const telling = tellingSentences(evidence);
  const ids = [...new Set(passages.map(({ documentId }) => documentId))];
  return {
    candidate,
    query: evidence.query,
    evidence,
    documents: ids.flatMap((id) => evidence.documents.get(id) ?? []),
    passages,
    quoted: quotes.map(({ quote }) => flatten(quote)).join('\n'),
    headings: passages.map((passage) => flatPassage(passage).headings).join('\n'),
    sentences: telling.filter(({ passage, text }) => {
      const said = squeeze(text);
      return quotes.some(
        ({ id, quote }) => id === passage.id && (quote.includes(said) || said.includes(quote)),
      );
    }),
    top: telling[0],
  };
}

/** A sign of whether a candidate answers what was asked. */
export interface JudgeFeature {
  readonly name: string;
  /** One sentence, with the range. */
  readonly says: string;
  readonly value: (considered: Considered) => number;
}
