import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import type { Tree } from '../../learn/trees.ts';
import { DECIDING_FEATURES, type Judge } from './judge.ts';
import generated from './weights.json' with { type: 'json' };

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.int().min(0), z.number(), treeSchema, treeSchema])]),
);

export const judgeJsonSchema = z.object({
  made: z.string(),
  sets: z.array(z.string()),
  /** Shares on documents that were not learnt from. */
  heldOut: z.record(z.string(), z.number()),
  caution: z.number().min(0).max(1),
  /** By name, in the order in which the trees number them. */
  features: z.array(z.string()),
  bias: z.number(),
  trees: z.array(treeSchema),
  /** Trees that choose among candidates. */
  choice: z.array(treeSchema),
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
  const { features, bias, trees, choice, caution } = parsed.data;
  const names = DECIDING_FEATURES.map(({ name }) => name);
  const strange = features.find((name) => !names.includes(name));
  if (strange !== undefined) throw unusable(`有不认识的特征“${strange}”`);
  const missing = names.find((name, at) => features[at] !== name);
  if (missing !== undefined) throw unusable(`缺少特征“${missing}”，或特征的顺序不对`);
  return { choice: { bias: 0, trees: choice }, forest: { bias, trees }, caution };
}

const unusable = (why: string, cause?: unknown): YoujuError =>
  new YoujuError(
    'WEIGHTS_UNUSABLE',
    `判断答案所用的权重文件（answer/judge/weights.json）${why}。请重新安装本程序，或运行 npm run train 重新生成。`,
    { cause },
  );
