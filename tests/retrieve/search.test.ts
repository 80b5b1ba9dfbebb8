import { afterAll, beforeAll, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Hit } from '../../src/model.ts';
import { search } from '../../src/retrieve/search.ts';
import { understand } from '../../src/understand/understand.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

let index: PlanIndex;
beforeAll(async () => {
  index = await openRealIndex();
});
afterAll(() => index.close());

const find = (text: string, limit: number): Promise<readonly Hit[]> =>
  search(index, understand(text, understandingOf(contextOf(index))), limit);

test.each(['建设', '养老', '加快推进', '淄川区的医疗卫生服务体系建设'])(
  '%s: of all passages that say it the best come first, each once',
  async (text) => {
    const all = await find(text, 2000);
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(all.map(({ passage }) => passage.id)).size).toBe(all.length);
    expect((await find(text, 60)).slice(0, all.length)).toEqual(all.slice(0, 60));
  },
);

test('a place named leaves out what does not speak of it, however far down', async () => {
  for (const { passage } of await find('周村区的产业发展', 2000))
    if (passage.documentId !== 'zhoucun-14fyp')
      expect(`${passage.headingPath.join()}${passage.text}`).toContain('周村');
});
