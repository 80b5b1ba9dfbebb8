import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { linesOf } from '../../../src/channels/terminal/lines.ts';

async function* piecesOf(pieces: readonly Uint8Array[]) {
  yield* pieces;
}

async function linesIn(pieces: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(piecesOf(pieces))) lines.push(line);
  return lines;
}

test('a character cut between two pieces stays whole', async () => {
  const bytes = Buffer.from('城镇化\n周村');
  expect(await linesIn([bytes.subarray(0, 4), bytes.subarray(4)])).toEqual(['城镇化', '周村']);
});

test('only a line feed ends a line', async () => {
  expect(await linesIn([Buffer.from('一\u2028二\r\n三')])).toEqual(['一\u2028二\r', '三']);
});

test('a byte order mark is no part of the first line', async () => {
  expect(await linesIn([Buffer.from('\ufeff{}\n')])).toEqual(['{}']);
});

test('an empty input has no lines', async () => {
  expect(await linesIn([])).toEqual([]);
});
