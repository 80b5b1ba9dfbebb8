import { expect, test } from 'vitest';
import { dayInChina, periodStatus } from '../../../../src/channels/web/about/period-status.ts';

test.each([
  [[2021, 2025], '2020-12-31', '2021—2025年，还没有开始'],
  [[2021, 2025], '2021-01-01', '2021—2025年，正在规划期内'],
  [[2021, 2025], '2025-01-01', '2021—2025年，今年是最后一年'],
  [[2021, 2025], '2026-01-01', '2021—2025年，已在2025年底结束'],
  [[2023, 2023], '2023-06-01', '2023年，就是今年'],
  [[2023, 2023], '2024-01-01', '2023年，已在2023年底结束'],
] as const)('%j on %s: %s', (period, today, status) => {
  expect(periodStatus(period, today)).toBe(status);
});

test('the day changes when it does in China', () => {
  expect(dayInChina(new Date('2025-12-31T15:59:59Z'))).toBe('2025-12-31');
  expect(dayInChina(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
});
