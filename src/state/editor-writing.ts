import type { ApprovedDraft } from './approved-answers.ts';

/** What an editor writes for a question, as it is typed. */
export interface EditorWriting {
  /** Wordings of the question. */
  readonly questions: readonly string[];
  /** The answer: one or several sentences. */
  readonly text: string;
  /** Passages that prove it: ids, or links to them as copied from the reader. */
  readonly sources: readonly string[];
}

const ANCHOR = /#p-(?<id>[^\s#?&]+)/u;

const trimmed = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

export const draftOf = ({ questions, text, sources }: EditorWriting): ApprovedDraft => ({
  questions: trimmed(questions),
  sentences: trimmed(text.split(/(?<=[。！？])|\n/u)),
  passageIds: trimmed(sources.map((source) => ANCHOR.exec(source)?.groups?.id ?? source)),
});
