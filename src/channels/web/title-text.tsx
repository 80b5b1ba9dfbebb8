const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Stays on one line, whatever words it is made of. */
const WHOLE =
  /(第[一二三四五六七八九十百]+个五年(?:规划|计划)?|[“"]?十[一二三四五六七八九]五[”"]?|\d{4}年度?)/u;
const OPENS = /[“‘《〈（(【[]$/u;
const CLOSES = /^[^\p{L}\p{N}“‘《〈（(【[]/u;
/** The thin space before a figure is lost where a line may end. */
const BEGINS_WITH_FIGURE = /^[\dA-Za-z]/u;

/** A title cut where a line may end: between words, and never before a mark that closes or after one that opens. */
function piecesOf(title: string): readonly string[] {
  const words = title
    .split(WHOLE)
    .flatMap((part) =>
      WHOLE.test(part) ? [part] : [...WORDS.segment(part)].map(({ segment }) => segment),
    );
  const pieces: string[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    const isJoined = CLOSES.test(word) || BEGINS_WITH_FIGURE.test(word);
    if (last !== undefined && (OPENS.test(last) || isJoined))
      pieces[pieces.length - 1] = last + word;
    else if (word !== '') pieces.push(word);
  }
  return pieces;
}

/** A long title whose lines end between words. Not a letter is changed. */
export function TitleText({ title }: { readonly title: string }) {
  return (
    <span class="title-text">
      {piecesOf(title).map((piece, at) => (
        <>
          {at > 0 && <wbr />}
          {piece}
        </>
      ))}
    </span>
  );
}
