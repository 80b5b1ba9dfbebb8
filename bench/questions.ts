import { readFile } from 'node:fs/promises';
import { type Golden, parseGolden } from '../src/evaluate/golden.ts';
import { type PlaceNames, renamePlaces } from './place-names.ts';
import { sampleEvenly, shuffle } from './random.ts';

/** A conversation, oldest turn first; one turn for a question by itself. */
export type Turns = readonly string[];

const SHUFFLE_SEED = 1;

/** At most `limit` golden questions, at even steps through the file. */
export async function loadQuestions(file: string, limit: number): Promise<readonly Turns[]> {
  const goldens = parseGolden(await readFile(file, 'utf8'), file);
  return sampleEvenly(goldens, limit).map(turnsOf);
}

const turnsOf = ({ turns, question = '' }: Golden): Turns => turns ?? [question];

/**
 * The questions as they are, and at most `limit` of those that name a place asked again of the copies' places,
 * one copy after the other. In no order, so that a part of them is as good as all.
 */
export function withCopies(
  questions: readonly Turns[],
  places: readonly PlaceNames[],
  limit: number,
): readonly Turns[] {
  const renamed = questions.flatMap((turns, at) => {
    const names = places[at % places.length];
    const other = names === undefined ? turns : turns.map((turn) => renamePlaces(turn, names));
    return other.every((turn, place) => turn === turns[place]) ? [] : [other];
  });
  return shuffle([...questions, ...sampleEvenly(renamed, limit)], SHUFFLE_SEED);
}
