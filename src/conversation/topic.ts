/** Where and when something was asked of. */
export interface Surroundings {
  /** Names of places and documents as said. */
  readonly places: readonly string[];
  /** Times as said: 2025年, 今年, 十四五末. */
  readonly times: readonly string[];
}

/** What a conversation is about: all that is kept of a turn, and all that a follow-up can inherit. */
export interface Topic extends Surroundings {
  /** What it is about, without places, times and asking words: what the person is told was taken over. */
  readonly subject: string;
  /** How it was asked, without places and times: asked again of others, it is a whole question. */
  readonly wording: string;
  /** The asking words (多少, 谁牵头, 有哪些), so that an elliptic turn asks the same of something else. */
  readonly asking: string;
  /** What it was about before that. */
  readonly context: string;
  /** Where and when the same was asked of before, so that 哪个最高 and 差多少 have something to compare. */
  readonly former: Surroundings;
  /** What the answer listed, in the words of the documents, so that 第二个 means something. */
  readonly listed: readonly string[];
  /** Passages the answer stood on. */
  readonly focus: readonly string[];
}

export const NOWHERE: Surroundings = { places: [], times: [] };
