/** More marks than these are no help, and slow. */
const MOST = 1000;

/** Text nodes of the document itself, without its tools and page marks. */
function textNodes(plan: Element): Text[] {
  const walker = document.createTreeWalker(plan, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.tools, .page-mark')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node);
  return nodes;
}

/** Wherever the words stand, also across the bounds of elements within a paragraph. */
function rangesOf(plan: Element, words: string): Range[] {
  const nodes = textNodes(plan);
  const text = nodes
    .map(({ data }) => data)
    .join('')
    .toLowerCase();
  const starts: number[] = [];
  let length = 0;
  for (const { data } of nodes) {
    starts.push(length);
    length += data.length;
  }
  const ranges: Range[] = [];
  let at = 0;
  /** The node that holds an offset; offsets only grow. */
  const nodeAt = (offset: number): number => {
    while (at + 1 < starts.length && (starts[at + 1] ?? length) <= offset) at += 1;
    return at;
  };
  for (
    let found = text.indexOf(words);
    found !== -1 && ranges.length < MOST;
    found = text.indexOf(words, found + words.length)
  ) {
    const range = document.createRange();
    const first = nodeAt(found);
    const last = nodeAt(found + words.length - 1);
    const [start, end] = [nodes[first], nodes[last]];
    if (!start || !end) break;
    range.setStart(start, found - (starts[first] ?? 0));
    range.setEnd(end, found + words.length - (starts[last] ?? 0));
    ranges.push(range);
  }
  return ranges;
}

/** Finds words in the text as they are typed; Enter goes to the next place, Shift and Enter to the one before. */
export function findHere(): void {
  const tools = document.querySelector<HTMLElement>('.reading-tools');
  const input = tools?.querySelector('input');
  const count = tools?.querySelector('output');
  const plan = document.querySelector('.plan');
  if (!tools || !input || !count || !plan || CSS.highlights === undefined) return;
  tools.hidden = false;
  tools.querySelector('[data-print]')?.addEventListener('click', () => print());
  let ranges: readonly Range[] = [];
  let at = 0;

  const goTo = (next: number): void => {
    if (ranges.length === 0) return;
    at = (next + ranges.length) % ranges.length;
    const range = ranges[at];
    if (!range) return;
    CSS.highlights.set('found-now', new Highlight(range));
    count.textContent = `${at + 1}/${ranges.length}`;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight) scrollBy({ top: top - innerHeight * 0.3 });
  };
  input.addEventListener('input', () => {
    const words = input.value.trim().toLowerCase();
    CSS.highlights.delete('found');
    CSS.highlights.delete('found-now');
    ranges = words === '' ? [] : rangesOf(plan, words);
    count.textContent = words === '' ? '' : '0 处';
    CSS.highlights.set('found', new Highlight(...ranges));
    goTo(0);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') goTo(at + (event.shiftKey ? -1 : 1));
    if (event.key === 'Enter') event.preventDefault();
  });
}
