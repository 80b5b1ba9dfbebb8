import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { YoujuError } from '../../errors.ts';
import { type Platt, plattChance } from '../../learn/calibrate.ts';
import { type LogisticModel, logisticScore } from '../../learn/fit-logistic.ts';
import { type Spread, standardiseRow } from '../../learn/standardise.ts';
import type { Candidate, Evidence } from '../draft.ts';
import { consider } from './considered.ts';
import { featuresOf, JUDGE_FEATURES } from './judge-features.ts';

/** A candidate with the chance, 0 to 1, that it answers what was asked. */
export interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly chance: number;
}

/** What is learnt from the question sets. */
export interface Judge {
  readonly model: LogisticModel;
  readonly spreads: readonly Spread[];
  readonly calibration: Platt;
  /** The least chance at which an answer is given unless the setting says otherwise. */
  readonly caution: number;
}

const FILE = fileURLToPath(new URL('./weights.json', import.meta.url));

export const judgeJsonSchema = z.object({
  made: z.string(),
  sets: z.array(z.string()),
  heldOut: z.record(z.string(), z.number()),
  caution: z.number().min(0).max(1),
  calibration: z.object({ slope: z.number(), offset: z.number() }),
  bias: z.number(),
  features: z.record(
    z.string(),
    z.object({ mean: z.number(), deviation: z.number().positive(), weight: z.number() }),
  ),
});
export type JudgeJson = z.infer<typeof judgeJsonSchema>;

let loaded: Judge | undefined;

/** @throws YoujuError `WEIGHTS_UNUSABLE` where the file is missing, damaged, or of other features */
export function loadJudge(): Judge {
  loaded ??= parseJudge(read());
  return loaded;
}

function read(): unknown {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch (error) {
    throw unusable('读不到或不是 JSON', error);
  }
}

export function parseJudge(json: unknown): Judge {
  const parsed = judgeJsonSchema.safeParse(json);
  if (!parsed.success) throw unusable('格式不是本程序所用的', parsed.error);
  const { features, bias, calibration, caution } = parsed.data;
  const known = new Set(JUDGE_FEATURES.map(({ name }) => name));
  const strange = Object.keys(features).find((name) => !known.has(name));
  if (strange !== undefined) throw unusable(`有不认识的特征“${strange}”`);
  const ordered = JUDGE_FEATURES.map(({ name }) => {
    const feature = features[name];
    if (feature === undefined) throw unusable(`缺少特征“${name}”`);
    return feature;
  });
  return {
    model: { weights: Float64Array.from(ordered, ({ weight }) => weight), bias },
    spreads: ordered,
    calibration,
    caution,
  };
}

const unusable = (why: string, cause?: unknown): YoujuError =>
  new YoujuError(
    'WEIGHTS_UNUSABLE',
    `判断答案所用的权重文件 ${FILE} ${why}。请重新安装本程序，或运行 npm run train 重新生成。`,
    { cause },
  );

/** Candidates by the chance that they answer, the likeliest first. */
export function judge(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { model, spreads, calibration } = loadJudge(),
): JudgedCandidate[] {
  return candidates
    .map((candidate) => {
      const row = standardiseRow(featuresOf(consider(candidate, evidence)), spreads);
      return { candidate, chance: plattChance(logisticScore(row, model), calibration) };
    })
    .sort((a, b) => b.chance - a.chance);
}
