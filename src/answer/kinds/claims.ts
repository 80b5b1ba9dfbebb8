import type { DocumentInfo, Passage } from '../../model.ts';
import type { Query } from '../../understand/query.ts';
import type { DraftClaim, Evidence } from '../draft.ts';
import { ELLIPSIS } from '../quotes.ts';
import {
  type Asking,
  asSentence,
  MAX_FACT_CHARS,
  MAX_WHOLE_CHARS,
  readable,
  type Stretch,
  windowOf,
} from '../windows.ts';

/** A quotation as a claim of itself. */
export const quoteClaim = (passage: Passage, quote: string): DraftClaim => ({
  text: asSentence(quote),
  proofs: [{ passage, quote: quote.trim() }],
});

/** The part of a sentence that answers, led by what says that all of the sentence is only aimed at. */
export function partClaim(
  asking: Asking,
  stretch: Stretch,
  maxChars = charsFor(asking.query),
): DraftClaim {
  const { passage } = stretch;
  const part = windowOf(asking, stretch, maxChars).trim();
  const at = passage.quotable.indexOf(part);
  const before = passage.quotable.slice(passage.quotable.lastIndexOf('。', at) + 1, at);
  const aim = AIM.exec(before) ?? (HOPED.test(part) ? null : HOPE.exec(before));
  if (!aim) return quoteClaim(passage, part);
  const [head] = aim;
  const isNext = aim.index + head.length === before.length;
  const quote = `${head}${isNext ? '' : ELLIPSIS}${part}`;
  return { text: asSentence(`${readable(head)}${readable(part)}`), proofs: [{ passage, quote }] };
}

/** 今年经济社会发展主要预期目标是：… makes of each figure behind it a figure that is aimed at. */
const AIM = /[^。；;，,：:\n]*(?:目标|预期)(?:任务)?(?:是|为|如下|包括)?[:：]/u;

/** 力争到2030年，…，… hopes for all that follows in its sentence. */
const HOPED = /力争|争取|预计|有望/u;
const HOPE = /(?:力争|争取|预计|有望)[^，,。；;]{0,12}[，,](?=[^。；;]*$)/u;

/** Whether one fact is wanted rather than something whole. */
export const wantsFact = ({ unit, wants }: Query): boolean =>
  unit !== undefined ||
  !(wants.has('list') || wants.has('define') || wants.has('overview') || wants.has('structure'));

const charsFor = (query: Query): number => (wantsFact(query) ? MAX_FACT_CHARS : MAX_WHOLE_CHARS);

/** Whether the question leaves open which document is meant, so that each claim must say whose it is. */
export const isOpen = ({ query, documents }: Evidence): boolean =>
  query.scope.documentIds.length !== 1 && documents.size > 1;

/** Longer names of documents say more than the answer. */
const MAX_LABEL_CHARS = 14;

/** What to call a document before what it says: its place where it alone is of that place, else its short title. */
export function labelOf(document: DocumentInfo, documents: Evidence['documents']): string {
  const { region, shortTitle } = document;
  const isAlone = [...documents.values()].filter((other) => other.region === region).length === 1;
  return region !== null && isAlone ? region : shortTitle;
}

/** The claim, led by the place or document it is of where the question leaves that open. */
export function placed(claim: DraftClaim, evidence: Evidence): DraftClaim {
  const { documents } = evidence;
  const document = documents.get(claim.proofs[0]?.passage.documentId ?? '');
  const label = document ? labelOf(document, documents) : '';
  const isSaid = label === '' || claim.text.includes(label) || label.length > MAX_LABEL_CHARS;
  return isOpen(evidence) && !isSaid ? { ...claim, text: `${label}：${claim.text}` } : claim;
}
