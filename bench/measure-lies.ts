import type { AnswerContext } from '../src/answer/answer-question.ts';
import { proveClaim } from '../src/answer/wording/prove-claim.ts';
import type { Passage } from '../src/model.ts';
import { liesToldOf } from '../tests/answer/prove/told-lies.ts';
import type { Sayings } from '../tests/fakes/openai/honest-model.ts';

/** What became of the lies that true sentences can be turned into, each told with their true quotations. */
export interface LieFigures {
  readonly told: number;
  readonly shown: number;
  /** Of a sentence, true or not. */
  readonly msPerClaim: number;
}

/** Turns each stored sentence false in every way the tests know, and asks the proof of each. */
export function measureLies(sayings: Sayings, { index }: AnswerContext): LieFigures {
  const passages = index.documents.flatMap(({ id }) => index.passagesOf(id));
  const documents = new Map(index.documents.map((info) => [info.id, info]));
  const { segmenter, words } = index;
  const vocabulary = { documents, segmenter, words, concepts: [] };
  let told = 0;
  let shown = 0;
  let claims = 0;
  const startedMs = performance.now();
  for (const { text, quotes } of sayings) {
    const evidence = quotes.flatMap(({ quote }) => passageWith(quote, passages) ?? []);
    if (evidence.length < quotes.length) continue;
    const citations = quotes.map(({ quote }, at) => ({ n: at + 1, quote }));
    const isShown = (said: string): boolean =>
      'claim' in proveClaim({ text: said, citations }, { passages: evidence, vocabulary });
    isShown(text);
    const lies = liesToldOf(
      text,
      quotes.map(({ quote }) => quote),
    );
    claims += 1 + lies.length;
    told += lies.length;
    shown += lies.filter((lie) => isShown(lie.text)).length;
  }
  return { told, shown, msPerClaim: (performance.now() - startedMs) / claims };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const texts = new WeakMap<Passage, string>();

function passageWith(quote: string, passages: readonly Passage[]): Passage | undefined {
  const wanted = plain(quote);
  return passages.find((passage) => {
    const text = texts.get(passage) ?? plain(`${passage.quotable}\n${passage.text}`);
    texts.set(passage, text);
    return text.includes(wanted);
  });
}
