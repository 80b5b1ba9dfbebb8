import type { DocumentInfo } from '../../model.ts';
import { amountOf } from './quantity.ts';
import { readingsIn } from './readings.ts';
import { type Mention, mentionsIn } from './region-guard.ts';

/** A place of a claim with the figure the claim gives it. */
interface Ranked {
  readonly place: Mention;
  readonly value: number;
  readonly unit: string;
}

const SUPERLATIVE = /[最更](?<way>[高多快大长低少慢小短])/gu;
const MOST = /[高多快大长]/u;
/** Among more than the places a claim gives figures of. */
const AMONG_OTHERS = /全[国省市区县]|[所各历]|以来|同类|世界|国内/u;

/**
 * A compact claim without the superlatives that its own figures bear out (淄川最高，为75%；周村为70%). The figures
 * themselves must be proven as any others are.
 */
export function withoutRanks(text: string, documents: ReadonlyMap<string, DocumentInfo>): string {
  const mentions = mentionsIn(text, documents);
  const ranked = rankedIn(text, mentions);
  if (ranked.length < 2) return text;
  return text.replace(SUPERLATIVE, (word, way: string, at: number) => {
    const start = Math.max(
      ...[...text.slice(0, at).matchAll(/[，。:;]/gu)].map(({ index }) => index),
      0,
    );
    const length = text.slice(at).search(/[，。:;]/u);
    const end = length < 0 ? text.length : at + length;
    if (AMONG_OTHERS.test(text.slice(start, end))) return word;
    const subjects = mentions.filter((one) => one.start >= start && one.end <= end);
    const subject = ranked.find(({ place }) => subjects.some(({ name }) => name === place.name));
    if (subjects.length !== 1 || !subject) return word;
    const others = ranked.filter((one) => one !== subject && one.unit === subject.unit);
    const isRight = others.every(({ value }) =>
      MOST.test(way) ? subject.value > value : subject.value < value,
    );
    return others.length > 0 && isRight ? '' : word;
  });
}

/** The first figure behind each place, before the next. */
function rankedIn(text: string, mentions: readonly Mention[]): Ranked[] {
  const figures = readingsIn(text).filter(({ kind }) => kind === 'amount');
  const found: Ranked[] = [];
  for (const [at, place] of mentions.entries()) {
    const next = mentions[at + 1]?.start ?? text.length;
    const figure = figures.find(({ start }) => start >= place.end && start < next);
    if (!figure || found.some((one) => one.place.name === place.name)) continue;
    const { numbers, unit } = amountOf(figure);
    found.push({ place, value: Math.max(...numbers), unit });
  }
  return found;
}
