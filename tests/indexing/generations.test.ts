import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import {
  createGeneration,
  currentGeneration,
  publishGeneration,
  removeGenerationsBut,
  removeLeftovers,
} from '../../src/indexing/generations.ts';

let indexDir: string;

beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'youju-generations-'));
  onTestFinished(() => rmSync(indexDir, { recursive: true }));
});

const at = (second: number) => new Date(Date.UTC(2026, 0, 2, 3, 4, second));

function finished(second: number): string {
  const generation = createGeneration(indexDir, at(second));
  writeFileSync(join(indexDir, generation, 'manifest.json'), '{}');
  return generation;
}

describe('generations', () => {
  test('there is none at first', () => {
    expect(currentGeneration(indexDir)).toBeUndefined();
    expect(currentGeneration(join(indexDir, 'no-such-folder'))).toBeUndefined();
  });

  test('names sort by time and never meet', () => {
    const [first, second, third] = [finished(1), finished(1), finished(2)];
    expect(first).not.toBe(second);
    expect(first < third).toBe(true);
  });

  test('the published one is in force', () => {
    const [first, second] = [finished(1), finished(2)];
    publishGeneration(indexDir, first);
    expect(currentGeneration(indexDir)).toBe(first);
    publishGeneration(indexDir, second);
    expect(currentGeneration(indexDir)).toBe(second);
  });

  test.each(['', '../../etc', 'no generation'])(
    'a pointer that holds %j points nowhere',
    (text) => {
      writeFileSync(join(indexDir, 'current'), text);
      expect(currentGeneration(indexDir)).toBeUndefined();
    },
  );

  test('leftovers go: unfinished ones, whole ones never published, a half-written pointer', () => {
    const [before, current] = [finished(1), finished(2)];
    publishGeneration(indexDir, before);
    publishGeneration(indexDir, current);
    finished(3);
    createGeneration(indexDir, at(0));
    writeFileSync(join(indexDir, 'current.new'), 'half');
    writeFileSync(join(indexDir, 'somebody-elses.txt'), '');
    removeLeftovers(indexDir);
    expect(readdirSync(indexDir).sort()).toEqual([
      before,
      current,
      'current',
      'somebody-elses.txt',
    ]);
  });

  test('only those named are kept', () => {
    const [first, second, third] = [finished(1), finished(2), finished(3)];
    publishGeneration(indexDir, third);
    removeGenerationsBut(indexDir, [third, second]);
    expect(readdirSync(indexDir).sort()).toEqual([second, third, 'current']);
    expect(first).not.toBe(second);
  });
});
