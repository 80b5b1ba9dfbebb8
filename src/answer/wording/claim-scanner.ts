import { type ProposedClaim, readClaim } from './proposed-claim.ts';

const LIST = /"claims"\s*:\s*\[/u;
/** A list that runs on without an end is no answer. */
const MAX_CLAIMS = 24;

/** `"claims": [` with room for white space. */
const LONGEST_OPENING = 64;
/** What may be said after the list. */
const LONGEST_END = 200;
const NOT_IN_EVIDENCE = /"notInEvidence"\s*:\s*true/u;
const THOUGHTS_END = '</think>';

/** An object as far as it has come: how deep it is, and whether in a string. */
class OpenObject {
  readonly #pieces: string[] = [];
  #depth: number = 0;
  #isInString: boolean = false;
  #isEscaped: boolean = false;

  get isOpen(): boolean {
    return this.#pieces.length > 0;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** Takes as much of a piece as belongs to it. Returns how much; undefined where it is not closed by then. */
  take(piece: string): number | undefined {
    for (let at = 0; at < piece.length; at += 1) {
      this.#look(piece.charAt(at));
      if (this.#depth === 0) {
        this.#pieces.push(piece.slice(0, at + 1));
        return at + 1;
      }
    }
    this.#pieces.push(piece);
    return undefined;
  }

  #look(character: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#isInString && character === '\\') this.#isEscaped = true;
    else if (character === '"') this.#isInString = !this.#isInString;
    else if (!this.#isInString && character === '{') this.#depth += 1;
    else if (!this.#isInString && character === '}') this.#depth -= 1;
  }
}

/**
 * Reads the claims of an answer while it comes: each as soon as its object is closed. What stands round the object
 * (thoughts, a fence), commas too many and broken claims are passed over.
 */
export class ClaimScanner {
  /** What has not been read yet. */
  #text = '';
  #isInList: boolean = false;
  #isEnded: boolean = false;
  #found = 0;
  #object = new OpenObject();
  /** What was said beside the list. */
  #beside = '';

  /** Whether it is said that the evidence does not hold the answer. */
  get isNotInEvidence(): boolean {
    return NOT_IN_EVIDENCE.test(`${this.#beside}${this.#isInList ? '' : this.#text}`);
  }

  /** Whether more claims have come than any answer has. */
  get isFull(): boolean {
    return this.#found >= MAX_CLAIMS;
  }

  /** The claims that this piece of the answer closes. Each letter is looked at once, however small the pieces. */
  push(delta: string): readonly ProposedClaim[] {
    if (this.#isEnded) {
      this.#beside = (this.#beside + delta).slice(0, LONGEST_END);
      return [];
    }
    this.#text += delta;
    if (!this.#isInList && !this.#findList()) return [];
    const closed: ProposedClaim[] = [];
    for (let next = this.#nextObject(); next !== undefined; next = this.#nextObject()) {
      const claim = readClaim(parse(next));
      if (claim) closed.push(claim);
      this.#found += 1;
      if (this.isFull) this.#isEnded = true;
    }
    if (this.#isEnded) this.#beside += this.#text.slice(0, LONGEST_END);
    return closed;
  }

  #findList(): boolean {
    // Thoughts before the answer may speak of claims too.
    const end = this.#text.lastIndexOf(THOUGHTS_END);
    if (end >= 0) this.#text = this.#text.slice(end + THOUGHTS_END.length);
    else if (this.#text.includes('<think>')) {
      this.#text = `<think>${this.#text.slice(-THOUGHTS_END.length)}`;
      return false;
    }
    const found = LIST.exec(this.#text);
    if (!found) {
      this.#text = this.#text.slice(-LONGEST_OPENING);
      return false;
    }
    this.#beside = this.#text.slice(0, found.index);
    this.#text = this.#text.slice(found.index + found[0].length);
    this.#isInList = true;
    return true;
  }

  /** The next whole object of the list, which is then behind us; undefined where none is closed yet. */
  #nextObject(): string | undefined {
    if (this.#isEnded) return undefined;
    if (!this.#object.isOpen) {
      this.#text = this.#text.replace(/^[\s,]+/u, '');
      if (this.#text === '') return undefined;
      if (!this.#text.startsWith('{')) {
        this.#isEnded = true;
        return undefined;
      }
    }
    const end = this.#object.take(this.#text);
    this.#text = end === undefined ? '' : this.#text.slice(end);
    if (end === undefined) return undefined;
    const object = this.#object.text;
    this.#object = new OpenObject();
    return object;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/,(?=\s*[}\]])/gu, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
