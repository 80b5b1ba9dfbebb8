import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type KindModel,
  type KindWeights,
  LEARNT_KINDS,
  openKindModel,
} from '../../src/understand/kind-model.ts';
import type { Query } from '../../src/understand/query.ts';
import { smallTalkIn } from '../../src/understand/small-talk-in.ts';
import { PROJECT_DIR } from '../project.ts';
import type { KindExample } from './kind-examples.ts';
import { foldOf, learnKinds } from './kind-learning.ts';

const WEIGHTS_FILE = join(PROJECT_DIR, 'src/understand/kind-weights.json');

interface Judged {
  readonly chance: number;
  readonly isRight: boolean;
  readonly query: Query;
}

/**
 * Learns what kind of answer a question wants, and prints figures of questions left out.
 * @param models by part of the questions, each learnt from the others
 */
export function trainKinds(
  examples: readonly KindExample[],
  models: readonly KindModel[],
): KindModel {
  const judged = LEARNT_KINDS.map((kind, label) =>
    examples.flatMap((example): Judged[] => {
      const isRight = example.labels[label] ?? null;
      const model = models[foldOf(example.group)];
      return isRight === null || !model
        ? []
        : [{ chance: model(example.features)[kind], isRight, query: example.query }];
    }),
  );
  const heldOut: KindWeights['made']['heldOut'] = Object.fromEntries(
    LEARNT_KINDS.map((kind, label) => [kind, figuresOf(judged[label] ?? [])]),
  );
  console.log('kinds of question, left out');
  console.table(heldOut);
  reportSmallTalk(judged[LEARNT_KINDS.indexOf('guide')] ?? []);
  const weights = learnKinds(examples, heldOut);
  writeFileSync(WEIGHTS_FILE, `${JSON.stringify(weights).replaceAll('],"', '],\n"')}\n`);
  return openKindModel(weights);
}

const share = (part: number, all: number): number =>
  Math.round((1000 * part) / Math.max(1, all)) / 1000;

function figuresOf(judged: readonly Judged[]): { precision: number; recall: number } {
  const chosen = judged.filter(({ chance }) => chance >= 0.5);
  const hits = chosen.filter(({ isRight }) => isRight).length;
  const right = judged.filter(({ isRight }) => isRight).length;
  return { precision: share(hits, chosen.length), recall: share(hits, right) };
}

/** What the tables and the model together take for small talk, by a model that did not learn from it. */
function reportSmallTalk(judged: readonly Judged[]): void {
  const decided = judged.map(({ chance, isRight, query }) => ({
    isRight,
    text: query.text,
    talk: smallTalkIn({ ...query, kinds: { ...query.kinds, guide: chance } }),
  }));
  const missed = decided.filter(({ isRight, talk }) => isRight && talk === null);
  const lost = decided.filter(({ isRight, talk }) => !isRight && talk !== null);
  const talks = decided.filter(({ isRight }) => isRight).length;
  console.log('small talk said so', share(talks - missed.length, talks), 'of', talks);
  const questions = decided.length - talks;
  console.log('questions lost', share(lost.length, questions), 'of', questions);
  if (process.argv.includes('--misses'))
    for (const { text, talk } of [...missed, ...lost]) console.log(talk ?? 'missed', text);
}
