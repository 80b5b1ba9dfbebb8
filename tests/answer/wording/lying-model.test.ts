import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerContext } from '../../../src/answer/answer-question.ts';
import type { DraftClaim } from '../../../src/answer/draft.ts';
import { converse } from '../../../src/conversation/converse.ts';
import type { PlanIndex } from '../../../src/indexing/plan-index.ts';
import type { Answer } from '../../../src/model.ts';
import { flatten } from '../../../src/understand/question-text.ts';
import { contextOf, openRealIndex } from '../../real-index.ts';
import { goldenClaims } from '../golden-claims.ts';
import { liesOf, seeded } from '../lies.ts';
import { paraphrasesOf } from '../paraphrases.ts';
import { sentenceLiesOf } from '../sentence-lies.ts';
import { createFakeChat, modelOf, type Said, type WordingData, wording } from './fake-chat.ts';
import { citationLies, said } from './said-claims.ts';

/** As many claims as a model may make at once. */
const AT_ONCE = 24;

interface Asked {
  readonly turns: readonly string[];
  /** True, of one document each, in the documents' own words. */
  readonly claims: readonly DraftClaim[];
}

/** What only our own code says: which part to read first, that nobody is named, tasks of whom the question names. */
const OUR_WORDS = /[先再]看第|没有写责任单位|（(?:牵头|配合|负责)）$/u;

let index: PlanIndex;
/** All that stands in the documents, flattened: what of it is shown with its own quotation is no lie. */
let printed: string;
let plain: AnswerContext;
let asked: readonly Asked[];

beforeAll(async () => {
  index = await openRealIndex();
  plain = contextOf(index);
  printed = index.documents
    .flatMap(({ id }) => index.passagesOf(id))
    .map(({ quotable }) => plainly(quotable))
    .join('\n');
  const golden = (await goldenClaims(index)).filter(({ claim, answer }) => {
    const documents = new Set(claim.proofs.map(({ passage }) => passage.documentId));
    const isOurs = claim.computed !== undefined || OUR_WORDS.test(claim.text);
    return !isOurs && documents.size === 1 && answer.kind !== 'check';
  });
  const questions = [...new Set(golden.map(({ turns }) => turns))];
  asked = questions.map((turns) => ({
    turns,
    claims: golden.filter((one) => one.turns === turns).map(({ claim }) => claim),
  }));
}, 300_000);
afterAll(() => index.close());

interface Shown {
  readonly answer: Answer;
  /** All that was on the screen at any time, flattened. */
  readonly texts: ReadonlySet<string>;
}

/** Asks with a model that says what `reply` makes of the evidence, and says it again when it is to mend it. */
async function askWith(
  turns: readonly string[],
  reply: (data: WordingData) => readonly Said[],
): Promise<Shown> {
  const chat = createFakeChat((data) => wording(reply(data)), 1_000);
  const texts = new Set<string>();
  const context = { ...plain, model: await modelOf(chat) };
  const { answer } = await converse(turns.at(-1) ?? '', context, {
    turns: turns.slice(0, -1),
    onClaim: ({ claims }) => {
      for (const { text } of claims) texts.add(plainly(text));
    },
  });
  if (answer.model !== undefined) for (const { text } of answer.claims) texts.add(plainly(text));
  return { answer, texts };
}

const plainly = (text: string): string => flatten(text).replace(/[。；]+$/u, '');

/** Lies about one question, as many kinds of them as there are. */
function liesFor({ claims }: Asked, data: WordingData, random: () => number): Said[] {
  const lies = claims.flatMap((claim) => [...liesOf(claim, random), ...sentenceLiesOf(claim)]);
  const citing = claims.flatMap((claim) => {
    const honest = said(claim, data);
    return honest ? citationLies(honest, data, random) : [];
  });
  const kinds = [
    citing,
    ...[...new Set(lies.map(({ kind }) => kind))].map((kind) =>
      lies.filter((lie) => lie.kind === kind).flatMap(({ claim }) => said(claim, data) ?? []),
    ),
  ].map((some) => shuffled(some, random));
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_one, at) => kinds.flatMap((some) => some[at] ?? []))
    .flat()
    .slice(0, AT_ONCE);
}

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

describe('a model that lies', () => {
  test('shows none of its lies, of whatever kind', async ({ annotate }) => {
    const random = seeded(11);
    let told = 0;
    const shown: string[] = [];
    for (const one of asked) {
      const lies: Said[] = [];
      const { texts } = await askWith(one.turns, (data) => {
        if (lies.length === 0) lies.push(...liesFor(one, data, random));
        return lies;
      });
      told += lies.length;
      shown.push(
        ...lies
          .filter(({ text }) => texts.has(plainly(text)) && !printed.includes(plainly(text)))
          .map((lie) => JSON.stringify(lie)),
      );
    }
    await annotate(`${told} lies told, ${shown.length} shown`);
    // A hedge dropped in the middle of a long sentence still passes now and then.
    expect(shown.length / told, shown.join('\n')).toBeLessThanOrEqual(0.003);
    expect(told).toBeGreaterThanOrEqual(1_000);
  }, 600_000);

  test('does not keep its true claims from being shown', async ({ annotate }) => {
    const random = seeded(12);
    const lost: string[] = [];
    let told = 0;
    for (const one of asked) {
      let truths: Said[] = [];
      const { texts } = await askWith(one.turns, (data) => {
        truths = fitting(one.claims.flatMap((claim) => said(claim, data) ?? []));
        const lies = liesFor(one, data, random).slice(0, AT_ONCE - truths.length);
        return shuffled([...truths, ...lies], random);
      });
      told += truths.length;
      lost.push(...truths.map(({ text }) => text).filter((text) => !texts.has(plainly(text))));
    }
    await annotate(`${told} true claims told, ${lost.length} lost`);
    expect(told).toBeGreaterThan(100);
    expect(1 - lost.length / told, lost.join('\n')).toBeGreaterThanOrEqual(0.96);
  }, 600_000);
});

/** As many as one answer has room for. */
function fitting(claims: readonly Said[]): Said[] {
  let left = 700;
  return claims.filter(({ text }) => {
    left -= text.length + 5;
    return left >= 0;
  });
}

test('an honest model may put true claims in other words', async ({ annotate }) => {
  const random = seeded(13);
  const lost: string[] = [];
  let told = 0;
  for (const one of asked) {
    const words = one.claims.flatMap((claim) => {
      const document = index.document(claim.proofs[0]?.passage.documentId ?? '');
      return document ? paraphrasesOf(claim, document.info) : [];
    });
    let truths: Said[] = [];
    const { texts } = await askWith(one.turns, (data) => {
      truths = fitting(shuffled(words, random).flatMap(({ claim }) => said(claim, data) ?? []));
      return truths;
    });
    told += truths.length;
    lost.push(...truths.map(({ text }) => text).filter((text) => !texts.has(plainly(text))));
  }
  await annotate(`${told} paraphrases told, ${lost.length} lost`);
  expect(1 - lost.length / told, lost.join('\n')).toBeGreaterThanOrEqual(0.95);
}, 600_000);
