const IS_LETTER = /[\p{L}\p{N}]/u;
/** Beside the words of the document, not of them. */
const NO_WORDS = '.page-mark, .tools, small';

/** From a letter to before another, counted in UTF-16 units of letters and figures alone. */
export type Stretch = readonly [start: number, end: number];

/** A letter's place in the text nodes. */
interface Place {
  readonly node: Text;
  readonly offset: number;
  readonly length: number;
}

function* textsIn(element: Element): Generator<Text, void, undefined> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(NO_WORDS)) yield node;
  }
}

function* lettersIn(elements: readonly Element[]): Generator<Place, void, undefined> {
  for (const node of elements.flatMap((element) => [...textsIn(element)])) {
    let offset = 0;
    for (const character of node.data) {
      if (IS_LETTER.test(character)) yield { node, offset, length: character.length };
      offset += character.length;
    }
  }
}

/** Ranges round the stretches of the letters in these elements, one for each text node they run over. */
export function rangesOf(elements: readonly Element[], stretches: readonly Stretch[]): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  let open: { range: Range; node: Text; stretch: Stretch } | undefined;
  for (const { node, offset, length } of lettersIn(elements)) {
    const position = at;
    const stretch = stretches.find(([start, end]) => start <= position && position < end);
    at += length;
    if (stretch === undefined) open = undefined;
    else if (open?.node !== node || open.stretch !== stretch) {
      const range = document.createRange();
      range.setStart(node, offset);
      open = { range, node, stretch };
      ranges.push(range);
    }
    open?.range.setEnd(node, offset + length);
  }
  return ranges;
}
