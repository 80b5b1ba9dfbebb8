import type { OpenDocument } from '../../../app.ts';
import type { Passage } from '../../../model.ts';
import { contentsOf, type Entry } from '../../contents.ts';

/** A chapter, and how its text begins. */
export interface Opening {
  readonly entry: Entry;
  /** Word for word; cut where it is long, and then ended with ……. Undefined where no text follows the heading. */
  readonly words: string | undefined;
  readonly passageId: string | undefined;
}

const MAX_CHARS = 90;
const LEFT_OUT = '……';

/** What a document begins its chapters with; for text that lost its headings, nothing but its leads. */
export function openingsOf({ document, passages }: OpenDocument): readonly Opening[] {
  const texts = passages.filter(({ kind }) => kind === 'text');
  return contentsOf(document).map((entry) => {
    const first = texts.find((passage) => isWithin(passage, entry));
    return { entry, words: first && openingOf(first), passageId: first?.id };
  });
}

function isWithin({ lines }: Passage, { node }: Entry): boolean {
  return lines[0] >= node.lines[0] && lines[1] <= node.lines[1];
}

/** The first sentence, or as many of its clauses as there is room for. */
function openingOf({ quotable }: Passage): string {
  const text = quotable.replace(/\s*\n\s*/gu, '').trim();
  const sentence = /^[^。！？]*[。！？]?/u.exec(text)?.[0] ?? text;
  if (sentence.length <= MAX_CHARS) return sentence;
  const clauses = sentence.slice(0, MAX_CHARS).match(/^.*[，,；;、]/u)?.[0];
  return (clauses ?? sentence.slice(0, MAX_CHARS)) + LEFT_OUT;
}
