import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion, understandingOf } from '../../src/answer/answer-question.ts';
import { buildIndex } from '../../src/indexing/build-index.ts';
import { openIndex } from '../../src/indexing/open-index.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Scope } from '../../src/understand/query.ts';
import { understand } from '../../src/understand/understand.ts';
import { contextOf } from '../real-index.ts';

const PLANS_DIR = join(import.meta.dirname, '../corpora/plans');

/** A question of the training sets; a thread has turns in its stead, what no text answers has no documents. */
interface Asked {
  readonly question?: string;
  readonly docs?: readonly string[];
}

let indexDir: string;
let index: PlanIndex;

beforeAll(async () => {
  indexDir = mkdtempSync(join(tmpdir(), 'youju-plans-'));
  await buildIndex({ seedsDir: PLANS_DIR, indexDir });
  index = await openIndex({ seedsDir: PLANS_DIR, indexDir });
});
afterAll(() => {
  index.close();
  rmSync(indexDir, { recursive: true });
});

const scopeOf = (question: string): Scope =>
  understand(question, understandingOf(contextOf(index))).scope;

describe('the document a question means by its place', () => {
  test.each([
    ['湖南2026年GDP增长目标', ['hunan-2026-report']],
    ['湘2026年GDP增长目标', ['hunan-2026-report']],
    ['内蒙今年新能源装机目标', ['neimenggu-2026-report']],
    ['内蒙古今年新能源装机目标', ['neimenggu-2026-report']],
    ['宁夏的粮食产量', ['ningxia-2026-report']],
    ['新疆维吾尔自治区城镇新增就业', ['xinjiang-2026-report']],
    ['贵州省政府工作报告里的民生实事', ['guizhou-2026-report']],
    ['山西煤炭产量和陕西煤炭产量', ['shaanxi-2026-report', 'shanxi-2026-report']],
    ['湖南GDP在全国排第几', ['hunan-2026-report']],
    ['我国单位GDP能耗降低多少', ['national-11fyp', 'national-9fyp']],
    ['吉林粮食产量', ['jilin-2026-report']],
    ['海南封关运作', ['hainan-2026-report']],
    ['政府工作报告里就业目标是多少', []],
    ['我省就业目标是多少', []],
  ])('%s → %j', (question, documentIds) => {
    expect([...scopeOf(question).documentIds].sort()).toEqual(documentIds);
  });

  test.each([
    ['浙江2026年GDP目标', ['浙江']],
    ['广州市的地铁', ['广州市']],
    ['粤2026年GDP目标', ['广东']],
    ['湖南长沙的GDP是多少', ['长沙']],
  ])('%s names %j, of which there is no document', (question, absent) => {
    expect(scopeOf(question).absentRegions).toEqual(absent);
  });
});

describe('what is said of absence', () => {
  const told = async (question: string): Promise<string> => {
    const { answer, notes } = await answerQuestion(question, contextOf(index));
    return [answer, ...notes].join('\n');
  };

  test('no question on a loaded document hears that there is none', async () => {
    const lines = ['plans-1', 'plans-2'].flatMap((name) =>
      readFileSync(join(import.meta.dirname, `../golden/training/${name}.jsonl`), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    );
    const questions = lines.map((line) => JSON.parse(line) as Asked);
    const denied: string[] = [];
    // Every fifth is enough to see a fault of the kind.
    for (const { question, docs = [] } of questions.filter((_, at) => at % 5 === 0)) {
      if (question === undefined || docs.length === 0) continue;
      if (/现有文件里没有.*的规划或计划/u.test(await told(question))) denied.push(question);
    }
    expect(denied).toEqual([]);
  });

  test('a place that no document is of is said to be absent', async () => {
    expect(await told('浙江2026年GDP目标是多少')).toContain('没有浙江的规划或计划');
  });

  test("a city asked about does not get its province's total", async () => {
    expect(await told('湖南省长沙市2026年地区生产总值增长目标是多少')).not.toContain('5%左右');
  });
});
