import type { Aligned } from './alignment.ts';
import type { ClaimClause } from './claim-clauses.ts';

/** Between two things that must not change places. */
const BETWEEN =
  /(?<!不)(?:高于|低于|多于|少于|快于|慢于|优于|好于|大于|小于)(?!\d)|领先于?|落后于?|转向|转变|转为|转型|延伸|转移|让位于|取代|代替|超过(?=\p{Script=Han}{2})/gu;

const FROM_TO = /[由从](?<from>[^，]+?)(?:转?向|到)(?<to>[^，]+)/u;

/** 由A向B: what comes first in the claim comes first in the clause as well. */
function turnsAround(text: string, { places }: Aligned): boolean {
  const found = FROM_TO.exec(text);
  const { from = '', to = '' } = found?.groups ?? {};
  if (!found || from === '') return false;
  const middle = found.index + 1 + from.length;
  const end = found.index + found[0].length;
  const firstIn = (low: number, high: number): number =>
    Math.min(
      ...[...places].flatMap(([{ start }, [place]]) =>
        start >= low && start < high ? [place] : [],
      ),
    );
  return to !== '' && firstIn(found.index, middle) > firstIn(middle, end);
}

/** Whether a claim puts what stands before such a word behind it, or the other way round. */
export function turnsOrder({ text }: ClaimClause, aligned: Aligned): boolean {
  const { source, places } = aligned;
  if (turnsAround(text, aligned)) return true;
  return [...text.matchAll(BETWEEN)].some(({ 0: word, index }) => {
    const at = source.scope.text.indexOf(word.replace(/于$/u, ''));
    if (at < 0) return BETWEEN_TWO.test(word);
    const sides = [...places].map(([{ start }, [place]]) => ({
      isBefore: start < index,
      wasBefore: place < at,
    }));
    const [before, behind] = [
      sides.filter((one) => one.isBefore),
      sides.filter((one) => !one.isBefore),
    ];
    const isTurned = before.some((one) => !one.wasBefore) && behind.some((one) => one.wasBefore);
    const isAllTurned = before.length > 0 && before.every((one) => !one.wasBefore);
    return isTurned || (isAllTurned && behind.length > 0);
  });
}

const BETWEEN_TWO = /于$/u;
