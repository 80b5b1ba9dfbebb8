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

/** Finds the wordings of a table in a text, in its order; where several begin at one place the longest row wins. */
export type FindWordings<Meaning> = (text: string) => readonly FoundWording<Meaning>[];

/** Compiles a table once, longest rows first; none that are found overlap. */
export function compileWordings<Meaning>(
  table: readonly Wording<Meaning>[],
): FindWordings<Meaning> {
  const rows = [...table].sort((a, b) => b.says.length - a.says.length);
  const pattern = new RegExp(rows.map(({ says }) => `(${says})`).join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const row = rows.findIndex((_, at) => match[at + 1] !== undefined);
      const means = rows[row]?.means;
      const [said] = match;
      return means === undefined || said === ''
        ? []
        : [{ means, said, start: match.index, end: match.index + said.length }];
    });
}
