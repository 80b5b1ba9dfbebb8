/** A comma of full width between the thousands of a figure. */
const WIDE_COMMA = /(?<=\d)，(?=\d{3}(?!\d))/u;

/** Text whose figures keep together: a full-width comma within one takes no square of its own. Not a letter is changed. */
export function Numerals({ text }: { readonly text: string }) {
  const pieces = text.split(WIDE_COMMA);
  if (pieces.length === 1) return <>{text}</>;
  return (
    <>
      {pieces.map((piece, at) => (
        <>
          {at > 0 && <span class="thousands">，</span>}
          {piece}
        </>
      ))}
    </>
  );
}
