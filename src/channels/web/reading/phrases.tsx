/** A title of several phrases, each kept on one line where it fits. */
export function Phrases({ title }: { readonly title: string }) {
  const phrases = title.split(/(\s+)/u);
  if (phrases.length === 1) return <>{title}</>;
  return (
    <>
      {phrases.map((phrase, at) =>
        at % 2 === 1 ? (
          phrase
        ) : (
          <span key={at} class="phrase">
            {phrase}
          </span>
        ),
      )}
    </>
  );
}
