import { describe, expect, test } from 'vitest';
import type { TokenLedger } from '../../src/endpoint/token-budget.ts';

/** What every keeper of used tokens must do. */
export function describeTokenLedger(name: string, create: () => TokenLedger): void {
  describe(`${name} as a ledger of tokens`, () => {
    test('adds up a day and gives its total', () => {
      const ledger = create();
      expect(ledger.total('2026-01-31')).toBe(0);
      expect(ledger.add('2026-01-31', 100)).toBe(100);
      expect(ledger.add('2026-01-31', 50)).toBe(150);
      expect(ledger.total('2026-01-31')).toBe(150);
    });

    test('takes back what was set aside', () => {
      const ledger = create();
      ledger.add('2026-01-31', 100);
      expect(ledger.add('2026-01-31', -60)).toBe(40);
    });

    test('keeps days apart', () => {
      const ledger = create();
      ledger.add('2026-01-31', 100);
      expect(ledger.add('2026-02-01', 1)).toBe(1);
      expect(ledger.total('2026-01-31')).toBe(100);
    });
  });
}
