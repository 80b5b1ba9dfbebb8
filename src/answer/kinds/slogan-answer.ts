import type { DocumentInfo } from '../../model.ts';
import { coverageOf } from '../../retrieve/matching.ts';
import { type Sentence, sentencesOf } from '../../retrieve/sentences.ts';
import { flatten } from '../../understand/question-text.ts';
import {
  type Draft,
  type DraftClaim,
  type Evidence,
  likelyDocuments,
  type Proof,
} from '../draft.ts';
import { asSentence, readable } from '../windows.ts';
import { sloganClaims } from './slogan-groups.ts';
import { slogansIn } from './slogans.ts';

const SLOGAN = /(?:[一二两三四五六七八九十](?!是)[\p{Script=Han}]{1,2}){2,4}/gu;

/** What stands behind a slogan: a group of headings or leads with just its parts, or the sentence that names them. */
export function sloganAnswer(evidence: Evidence): Draft | undefined {
  const { query, index } = evidence;
  if (!query.wants.has('define') && !query.wants.has('list')) return undefined;
  const candidates = [...query.quoted, ...(flatten(query.text).match(SLOGAN) ?? [])];
  for (const slogan of candidates) {
    for (const id of likelyDocuments(evidence)) {
      const claims = sloganClaims(slogan, index.passagesOf(id));
      if (claims) return { kind: 'list', claims };
    }
  }
  return explained(evidence);
}

/** Words in quotation marks that count something, where a sentence that is of all the question names as many things. */
function explained(evidence: Evidence): Draft | undefined {
  const { query, index, documents } = evidence;
  const slogans = slogansIn(index).filter(({ name }) => query.quoted.includes(flatten(name)));
  for (const id of likelyDocuments(evidence)) {
    for (const { documentId, proofs } of slogans) {
      const said = proofs.flatMap((proof) => sentenceWith(proof, documents.get(id)) ?? []);
      const { missing } = coverageOf(query, said.map(({ flat }) => flat).join());
      const isAbout = missing.every(({ unknown }) => unknown);
      if (documentId === id && isAbout) return { kind: 'passage', claims: said.map(toClaim) };
    }
  }
  return undefined;
}

function sentenceWith({ passage, quote }: Proof, document?: DocumentInfo): Sentence | undefined {
  const at = passage.quotable.indexOf(quote);
  return sentencesOf(passage, document).find(({ start, end }) => start <= at && at < end);
}

const toClaim = ({ passage, text }: Sentence): DraftClaim => ({
  text: asSentence(readable(text.trim())),
  proofs: [{ passage, quote: text.trim() }],
});
