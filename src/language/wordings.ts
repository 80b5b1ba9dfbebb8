/** One way of putting something, and proof of what it means: a table of these is its own test. */
export interface Wording<Meaning> {
  /** A piece of a regular expression, read against a plain, normalised text. */
  readonly says: string;
  readonly means: Meaning;
  /** A text that must match. */
  readonly like: string;
  /** A text that must not. */
  readonly unlike: string;
}

export interface FoundWording<Meaning> {
  readonly means: Meaning;
  readonly said: string;
  /** UTF-16 code units from 0, end excluded. */
  readonly start: number;
  readonly end: number;
}

/** Finds the wordings of a table in a text, in its order; of several that begin at one place the longest is meant. */
export type FindWordings<Meaning> = (text: string) => readonly FoundWording<Meaning>[];

/** Compiles a table once; none of what is found overlaps. */
export function compileWordings<Meaning>(
  table: readonly Wording<Meaning>[],
): FindWordings<Meaning> {
  const anywhere = new RegExp(table.map(({ says }) => `(?:${says})`).join('|'), 'gu');
  const rows = table.map(({ says, means }) => ({ means, here: new RegExp(`(?:${says})`, 'uy') }));
  return (text) => {
    const found: FoundWording<Meaning>[] = [];
    for (let at = 0; at < text.length; ) {
      anywhere.lastIndex = at;
      const start = anywhere.exec(text)?.index;
      if (start === undefined) break;
      let longest: FoundWording<Meaning> | undefined;
      for (const { means, here } of rows) {
        here.lastIndex = start;
        const said = here.exec(text)?.[0] ?? '';
        if (said.length > (longest?.said.length ?? 0))
          longest = { means, said, start, end: start + said.length };
      }
      if (longest) found.push(longest);
      at = longest?.end ?? start + 1;
    }
    return found;
  };
}
