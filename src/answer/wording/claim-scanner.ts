import { type ProposedClaim, readClaim } from './proposed-claim.ts';

const LIST = /"claims"\s*:\s*\[/u;
/** A list that runs on without an end is no answer. */
const MAX_CLAIMS = 24;

/**
 * Reads the claims of an answer while it comes: each as soon as its object is closed. What stands round the object
 * (thoughts, a fence), commas too many and broken claims are passed over.
 */
export class ClaimScanner {
  #text = '';
  /** Where the list begins; negative before it does. */
  #at = -1;
  #isEnded: boolean = false;
  #found = 0;

  /** The claims that this piece of the answer closes. */
  push(delta: string): readonly ProposedClaim[] {
    if (this.#isEnded) return [];
    this.#text += delta;
    if (this.#at < 0 && !this.#findList()) return [];
    const closed: ProposedClaim[] = [];
    for (let next = this.#nextObject(); next !== undefined; next = this.#nextObject()) {
      const claim = readClaim(parse(next));
      if (claim) closed.push(claim);
      this.#found += 1;
      if (this.#found >= MAX_CLAIMS) this.#isEnded = true;
    }
    return closed;
  }

  #findList(): boolean {
    // Thoughts before the answer may speak of claims too.
    const from = Math.max(this.#text.lastIndexOf('</think>'), 0);
    const found = LIST.exec(this.#text.slice(from));
    if (!found || (this.#text.includes('<think>') && from === 0)) return false;
    this.#at = from + found.index + found[0].length;
    return true;
  }

  /** The next whole object of the list, which is then behind us; undefined where none is closed yet. */
  #nextObject(): string | undefined {
    if (this.#isEnded) return undefined;
    const start = this.#text.slice(this.#at).search(/[^\s,]/u);
    if (start < 0) return undefined;
    const from = this.#at + start;
    if (this.#text.charAt(from) !== '{') {
      this.#isEnded = true;
      return undefined;
    }
    const end = endOfObject(this.#text, from);
    if (end === undefined) return undefined;
    this.#at = end;
    return this.#text.slice(from, end);
  }
}

/** Past the brace that closes the one at `from`; undefined where it is not there yet. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/,(?=\s*[}\]])/gu, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
