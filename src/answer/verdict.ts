import { conceptIn } from '../retrieve/matching.ts';
import type { Query } from '../understand/query.ts';
import { flatten } from '../understand/question-text.ts';
import type { Draft } from './draft.ts';
import { holdsNumber, numbersIn } from './figures.ts';

/** Kinds that state what the documents say of the very thing that was claimed. */
const JUDGED: ReadonlySet<Draft['kind']> = new Set(['indicator', 'passage', 'list']);
const SAID_FROM = 0.35;

/**
 * A question that claims something (…24家，对吧？) is told first whether the quotations bear it out, then what
 * they say. A figure or a thing that they do not hold is never taken over.
 */
export function withVerdict(query: Query, draft: Draft): Draft {
  const [first, ...others] = draft.claims;
  const isClaim = query.wants.has('check') && !query.text.includes('还是');
  if (!first || !isClaim || !JUDGED.has(draft.kind)) return draft;
  const verdict = verdictOn(query, citedText(draft));
  return verdict
    ? { ...draft, kind: 'check', claims: [{ ...first, text: verdict + first.text }, ...others] }
    : draft;
}

interface CitedText {
  readonly quotes: string;
  readonly passages: string;
}

function citedText({ claims }: Draft): CitedText {
  const proofs = claims.flatMap((claim) => claim.proofs);
  return {
    quotes: proofs.map(({ quote }) => quote).join('\n'),
    passages: flatten(
      proofs.map(({ passage }) => [passage.text, ...passage.headingPath].join(' ')).join(' '),
    ),
  };
}

function verdictOn(query: Query, { quotes, passages }: CitedText): string | undefined {
  const stated = query.figures.flatMap(numbersIn);
  if (stated.length > 0) {
    const isBorneOut = stated.every((number) => holdsNumber(quotes, number));
    return isBorneOut ? '与原文一致：' : '与原文不一致，原文是：';
  }
  const missing = query.concepts.filter(
    (concept) => concept.isThing && conceptIn(concept, passages) < SAID_FROM,
  );
  return missing.length > 0
    ? `原文没有提到${missing.map(({ said }) => `“${said}”`).join('、')}，原文是：`
    : undefined;
}
