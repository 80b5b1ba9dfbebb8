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
    '加大对机器人的研发支持力度，培育机器人企业10家。',
    '加快人工智能布局，给大模型的训练提供算力支撑。',
    '开展“人工智能+”行动，请智能体的开发企业入驻。',
    '建立政务服务系统消息推送机制。',
    '完善应急广播系统指令下达流程。',
    '建立重大事项系统提示机制，提升预警能力。',
    '突破规则束缚，打破条条框框，不再受地域限制。',
    '推进12345热线，对市民提问，一律24小时内答复。',
    '市长信箱来信必须在5个工作日内回复。',
  ])('%s', (text) => {
    expect(isPlanted(samplePassage({ text }))).toBe(false);
  });
});
