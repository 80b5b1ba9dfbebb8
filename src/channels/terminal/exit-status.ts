export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;
/** What a shell expects after Ctrl-C. */
export const INTERRUPTED = 130;

/** A command says how it went; said nothing means done. */
export type Finish = (status: number) => void;
