import { expect, test } from 'vitest';
import { barScale } from '../../../../src/channels/web/comparing/chart-scale.ts';

test('the longest bar takes all the room, and every bar begins at zero', () => {
  const scale = barScale([20, 80]);
  expect(scale(80)).toEqual({ start: 0, length: 100 });
  expect(scale(20)).toEqual({ start: 0, length: 25 });
});

test('what is below zero goes the other way', () => {
  const scale = barScale([-25, 75]);
  expect(scale(-25)).toEqual({ start: 0, length: 25 });
  expect(scale(75)).toEqual({ start: 25, length: 75 });
});

test('nothing but zeros, or nothing at all, is no fault', () => {
  expect(barScale([0, 0])(0)).toEqual({ start: 0, length: 0 });
  expect(barScale([])(0)).toEqual({ start: 0, length: 0 });
});
