import { describe, expect, test } from 'vitest';
import { isPlanted } from '../../src/answer/planted-instruction.ts';
import { openRealIndex } from '../real-index.ts';
import { samplePassage } from '../retrieve/sample-query.ts';
import { MORE_PLANTED, PLANTED } from './planted-passages.ts';

test.each([...PLANTED, ...MORE_PLANTED])('orders to a machine: %s', (text) => {
  expect(isPlanted(samplePassage({ text }))).toBe(true);
});

test('no passage of the plans gives orders to a machine', async () => {
  const index = await openRealIndex();
  try {
    const passages = index.documents.flatMap(({ id }) => index.passagesOf(id));
    expect(passages.length).toBeGreaterThan(1_000);
    expect(passages.filter(isPlanted).map(({ text }) => text)).toEqual([]);
  } finally {
    await index.close();
  }
});

describe('what a plan may say of machines', () => {
  test.each([
    '推进人工智能与实体经济深度融合，建设人工智能产业园。',
    '请各镇办、各部门认真贯彻执行。',
    '对群众诉求必须及时回复，做到事事有回音。',
    '鼓励企业研发语言模型、智能机器人。',
    '坚持以上率下，落实责任。',
    '对各项指标分别说明完成情况。',
    '政府信息不予公开的，应当告知申请人并说明理由。',
    '建立健全规则体系，不得忽视安全生产。',
  ])('%s', (text) => {
    expect(isPlanted(samplePassage({ text }))).toBe(false);
  });
});
