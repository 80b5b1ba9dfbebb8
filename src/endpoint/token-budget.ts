import { YoujuError } from '../errors.ts';
import { EndpointError } from './endpoint-error.ts';

/** Keeps count of tokens day by day, beyond this process. Throws STATE_UNUSABLE where it cannot. */
export interface TokenLedger {
  /** Adds to a day (2026-01-31), also less than nothing, and gives its total. */
  add(day: string, tokens: number): number;
  total(day: string): number;
}

/** One token a character: about right for Chinese, too many for anything else. */
export const estimateTokens = (text: string): number => text.length;

/** How many tokens may be used a day, by the clock of this machine. */
export class TokenBudget {
  readonly limit: number;
  readonly #ledger: TokenLedger;
  readonly #now: () => Date;

  constructor(limit: number, ledger: TokenLedger, now: () => Date) {
    this.limit = limit;
    this.#ledger = ledger;
    this.#now = now;
  }

  usedToday(): number {
    return this.#ledger.total(dayOf(this.#now()));
  }

  /**
   * Sets tokens aside before they are used, so that several questions at once, or a process that dies, do not
   * use more than there are. What was really used is said to the function it gives, once; where that cannot be
   * written down, all that was set aside counts. Throws EndpointError.
   */
  reserve(tokens: number): (used: number) => void {
    const day = dayOf(this.#now());
    const total = this.#add(day, tokens);
    if (total === undefined) throw new EndpointError('budget-unknown');
    if (total > this.limit) {
      this.#add(day, -tokens);
      throw new EndpointError('budget-spent');
    }
    return (used) => {
      this.#add(day, used - tokens);
    };
  }

  /** Undefined where nothing can be counted. */
  #add(day: string, tokens: number): number | undefined {
    try {
      return this.#ledger.add(day, tokens);
    } catch (error) {
      if (error instanceof YoujuError && error.code === 'STATE_UNUSABLE') return undefined;
      throw error;
    }
  }
}

function dayOf(date: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
