import type { Answer, Citation, Claim, Hit } from '../../model.ts';

export type AnswerId = string | number | null;

function claimToJson({ text, citations, computed }: Claim) {
  return { text, citations, ...(computed && { computed }) };
}

function citationToJson(citation: Citation) {
  const { n, documentId, documentTitle, headingPath, page, lines, quote } = citation;
  const { passageId, passage, url } = citation;
  return { n, documentId, documentTitle, headingPath, page, lines, quote, passageId, passage, url };
}

function hitToJson({ passage, score }: Hit) {
  const { id: passageId, documentId, headingPath, text, lines } = passage;
  return { passageId, documentId, headingPath, text, lines, score };
}

/** The answer as the terminal's contract words it; `id` where the question brought one. */
export function answerToJson(answer: Answer, id?: AnswerId) {
  return {
    ...(id !== undefined && { id }),
    question: answer.question,
    outcome: answer.outcome,
    kind: answer.kind,
    answer: answer.answer,
    claims: answer.claims.map(claimToJson),
    citations: answer.citations.map(citationToJson),
    passages: answer.passages.map(hitToJson),
    timings: answer.timings,
    notes: answer.notes,
  };
}
