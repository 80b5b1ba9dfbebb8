import type { Answer, DocumentInfo, Passage } from '../../model.ts';
import type { Evidence } from '../draft.ts';
import { isPlanted } from '../planted-instruction.ts';

const MAX_PASSAGES = 14;
const MAX_CHARS = 6_000;

/** The passages a model may use, numbered from 1: what the answer stands on without it, then the best hits. */
export function passagesFor(offline: Answer, { hits, index }: Evidence): readonly Passage[] {
  const cited = offline.citations.flatMap(({ passageId }) => index.passage(passageId) ?? []);
  const all = new Map(
    [...cited, ...hits.map(({ passage }) => passage)].map((passage) => [passage.id, passage]),
  );
  let left = MAX_CHARS;
  return [...all.values()]
    .filter((passage) => !isPlanted(passage))
    .slice(0, MAX_PASSAGES)
    .filter(({ text }, at) => {
      left -= text.length;
      return at === 0 || left >= 0;
    });
}

/**
 * Question and evidence as one JSON object: whatever is in them stays inside its string. Only what is in it leaves
 * the machine.
 */
export function dataFor(
  question: string,
  passages: readonly Passage[],
  documents: ReadonlyMap<string, DocumentInfo>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const evidence = passages.map((passage, at) => ({
    n: at + 1,
    ...documentData(documents.get(passage.documentId)),
    place: passage.headingPath.join(' › '),
    text: passage.text,
  }));
  return JSON.stringify({ question, evidence, ...more });
}

const documentData = (document: DocumentInfo | undefined) => ({
  document: document?.title ?? '',
  region: document?.region ?? null,
  period: document?.period?.join('—') ?? null,
});
