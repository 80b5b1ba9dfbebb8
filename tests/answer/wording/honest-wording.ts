import type { Answer } from '../../../src/model.ts';
import { type Said, type WordingData, wording } from './fake-chat.ts';
import { inOnePiece } from './said-claims.ts';

/** Rows are shown with the names of their columns: what is quoted of one stands as it is. */
const piece = (quote: string, text: string): string =>
  quote.includes('……') ? inOnePiece(quote, text) : quote;

const whole = (text: string): string => text.replace(/\s+/gu, '');

/** What only our own code says of what it quotes. */
const OUR_WORDS = /^(?:正文另有写法：)|（\d{4}年一栏为“——”，没有给出数值[，）]/gu;

/** Says of each passage what the documents’ own answer says of it, after a model’s fashion. */
export function honestWording({ claims, citations }: Answer, { evidence }: WordingData): string {
  const said: Said[] = claims
    .filter(({ computed, citations: { length } }) => computed === undefined && length === 1)
    .map(({ text, citations: marks }) => ({
      text: `根据规划，${text.replace(OUR_WORDS, '')}`,
      citations: marks.flatMap((mark) => {
        const cited = citations.find(({ n }) => n === mark);
        const at = evidence.find(({ text: one }) =>
          whole(one).includes(whole(cited?.passage ?? '')),
        );
        return cited && at ? [{ n: at.n, quote: piece(cited.quote, at.text) }] : [];
      }),
    }));
  return wording(said);
}
