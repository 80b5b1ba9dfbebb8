import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import { DECISION_NAMES, type Judge } from './judge.ts';
import { JUDGE_FEATURES } from './judge-features.ts';
import generated from './weights.json' with { type: 'json' };

const features = z.record(
  z.string(),
  z.object({ mean: z.number(), deviation: z.number().positive(), weight: z.number() }),
);

export const judgeJsonSchema = z.object({
  made: z.string(),
  sets: z.array(z.string()),
  /** Shares on documents that were not learnt from. */
  heldOut: z.record(z.string(), z.number()),
  caution: z.number().min(0).max(1),
  choice: features,
  decision: z.object({ bias: z.number(), features }),
});
export type JudgeJson = z.infer<typeof judgeJsonSchema>;

let loaded: Judge | undefined;

/** @throws YoujuError `WEIGHTS_UNUSABLE` where the file is of another form or of other features */
export function loadJudge(): Judge {
  loaded ??= parseJudge(generated);
  return loaded;
}

export function parseJudge(json: unknown): Judge {
  const parsed = judgeJsonSchema.safeParse(json);
  if (!parsed.success) throw unusable('格式不是本程序所用的', parsed.error);
  const { choice, decision, caution } = parsed.data;
  const chosen = inOrder(
    choice,
    JUDGE_FEATURES.map(({ name }) => name),
  );
  const decided = inOrder(decision.features, DECISION_NAMES);
  return {
    choice: { weights: weightsOf(chosen), spreads: chosen },
    decision: { weights: weightsOf(decided), spreads: decided, bias: decision.bias },
    caution,
  };
}

type Features = JudgeJson['choice'];

const weightsOf = (ordered: readonly { readonly weight: number }[]): Float64Array =>
  Float64Array.from(ordered, ({ weight }) => weight);

function inOrder(given: Features, names: readonly string[]): Features[string][] {
  const strange = Object.keys(given).find((name) => !names.includes(name));
  if (strange !== undefined) throw unusable(`有不认识的特征“${strange}”`);
  return names.map((name) => {
    const feature = given[name];
    if (feature === undefined) throw unusable(`缺少特征“${name}”`);
    return feature;
  });
}

const unusable = (why: string, cause?: unknown): YoujuError =>
  new YoujuError(
    'WEIGHTS_UNUSABLE',
    `判断答案所用的权重文件（answer/judge/weights.json）${why}。请重新安装本程序，或运行 npm run train:judge 重新生成。`,
    { cause },
  );
