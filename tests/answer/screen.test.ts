import { describe, expect, test } from 'vitest';
import { rejection } from '../../src/answer/screen.ts';

const why = (question: string): string | undefined => rejection(question);

describe('what is not looked up at all', () => {
  test.each(['', '   \t \n　　'])('%j, and the person is shown how to ask', (question) => {
    expect(why(question)).toContain('例如');
  });

  test('more than 2,000 characters, and how many they are', () => {
    expect(why('问'.repeat(2001))).toContain('2001');
  });

  test.each(['问'.repeat(2000), '淄川', 'GDP', '2025', '<b>淄川</b>'])(
    '%s is looked up',
    (question) => {
      expect(why(question)).toBeUndefined();
    },
  );
});
