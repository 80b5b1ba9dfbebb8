import { rangesOf, type Stretch } from './letters.ts';

const HIGHLIGHT = 'cited';
/** As links to citations have it: the passage's id and which of its letters are cited. */
const WORDS = /^(?<passageId>[\w-]+)\.(?<stretches>\d+-\d+(?:,\d+-\d+)*)$/u;

function stretchesFor(passageId: string): readonly Stretch[] | undefined {
  const words = new URLSearchParams(location.search).get('w') ?? '';
  const { passageId: meant, stretches } = WORDS.exec(words)?.groups ?? {};
  if (meant !== passageId || stretches === undefined) return undefined;
  return stretches.split(',').map((stretch) => {
    const [start = 0, end = 0] = stretch.split('-').map(Number);
    return [start, end];
  });
}

/** Wherever words of the passage stand, in the order of the page. */
function partsOf(passageId: string): Element[] {
  const id = CSS.escape(`p-${passageId}`);
  return [...document.querySelectorAll(`#${id}, [data-p~="${CSS.escape(passageId)}"]`)];
}

function isInView({ top, bottom }: DOMRect): boolean {
  return top >= 0 && bottom <= innerHeight;
}

/** Highlights the cited words of a passage and brings them into view; false where the page has no such passage. */
export function showPassage(passageId: string): boolean {
  CSS.highlights?.delete(HIGHLIGHT);
  const parts = partsOf(passageId);
  if (parts.length === 0) return false;
  const isTorn = parts.some((part) => part.hasAttribute('data-torn'));
  const stretches = isTorn ? undefined : stretchesFor(passageId);
  if (stretches === undefined || CSS.highlights === undefined) return true;
  const ranges = rangesOf(parts, stretches);
  CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  const first = ranges[0]?.getBoundingClientRect();
  if (first && !isInView(first)) scrollBy({ top: first.top - innerHeight * 0.3 });
  return true;
}
