import type { AskOptions } from '../../../app.ts';
import { textParameter, textParameters } from '../query-parameters.ts';

/** What an address asks: all of a conversation stands in it, nothing of one is kept here. */
export interface Asked {
  readonly question: string;
  /** The document asked about; all where undefined. */
  readonly documentId: string | undefined;
  /** Earlier questions of the thread, oldest first. */
  readonly turns: readonly string[];
  /** Whether the documents' own words are wanted, where a model could answer. */
  readonly inOwnWords?: boolean;
}

/** In an address. */
const WORDS = 'words';
const OWN_WORDS = 'own';

/** Older questions than these no longer bear on an answer. */
const MAX_TURNS = 6;
/** Of earlier questions together, so that any address of a thread fits. */
const MAX_TURNS_CHARS = 3000;

/** The newest of the turns, as many as an address takes. */
export function fittingTurns(turns: readonly string[]): readonly string[] {
  let left = MAX_TURNS_CHARS;
  const fitting: string[] = [];
  for (const turn of turns.slice(-MAX_TURNS).reverse()) {
    left -= turn.length;
    if (left < 0) break;
    fitting.unshift(turn);
  }
  return fitting;
}

/** Undefined where nothing is asked yet. An empty document of a form is a choice not made. */
export function readAsked(query: Readonly<Record<string, unknown>>): Asked | undefined {
  const question = textParameter(query.q);
  if (question === undefined) return undefined;
  const documentId = textParameter(query.document) || undefined;
  const turns = fittingTurns(textParameters(query.t));
  const isOwn = textParameter(query[WORDS]) === OWN_WORDS;
  return { question, documentId, turns, ...(isOwn && { inOwnWords: true }) };
}

export function askOptions({ documentId, turns, inOwnWords }: Asked): AskOptions {
  return {
    ...(documentId !== undefined && { documentIds: [documentId] }),
    ...(turns.length > 0 && { turns }),
    ...(inOwnWords && { inOwnWords }),
  };
}

/** Asks the same again, whoever opens it: the answer comes from the index of that moment. */
export function askedLink({ question, documentId, turns, inOwnWords }: Asked): string {
  const query = new URLSearchParams(turns.map((turn) => ['t', turn]));
  if (documentId !== undefined) query.set('document', documentId);
  if (inOwnWords) query.set(WORDS, OWN_WORDS);
  query.set('q', question);
  return `/?${query}`;
}
