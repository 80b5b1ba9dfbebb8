import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import { resolveTurn } from '../../src/conversation/resolve-turn.ts';
import type { ResolvedTurn } from '../../src/conversation/resolved-turn.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Understanding } from '../../src/understand/understand.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

let index: PlanIndex;
let known: Understanding;
beforeAll(async () => {
  index = await openRealIndex();
  known = understandingOf(contextOf(index));
});
afterAll(() => index.close());

/** The last of several turns, each made whole from those before it. */
function resolveAll(...turns: readonly string[]): ResolvedTurn {
  let resolved: ResolvedTurn | undefined;
  for (const turn of turns) resolved = resolveTurn(turn, resolved?.topic, known);
  if (!resolved) throw new RangeError('no turn');
  return resolved;
}

const FIRST = '淄川区2025年城镇化率目标多少？';

describe('a turn that only says what is different', () => {
  test.each([
    ['那周村呢？', ['周村', '2025年', '城镇化率', '多少'], ['淄川']],
    ['周村呢', ['周村', '2025年', '城镇化率'], ['淄川']],
    ['2020年是多少', ['淄川', '2020年', '城镇化率', '多少'], ['2025']],
    ['那2020年呢', ['淄川', '2020年', '城镇化率'], ['2025']],
    ['周村2020年呢', ['周村', '2020年', '城镇化率'], ['淄川', '2025']],
    ['谁负责', ['淄川', '城镇化率', '谁负责'], ['多少']],
    ['它的牵头部门呢', ['淄川', '城镇化率', '牵头'], ['多少']],
    ['再具体一点', ['淄川', '城镇化率'], []],
    ['基期呢', ['淄川', '城镇化率', '基期'], ['目标']],
    ['这个指标是约束性的还是预期性的', ['淄川', '城镇化率', '约束性'], ['目标', '指标']],
    ['张店区呢', ['张店区', '城镇化率'], ['淄川']],
    ['三个区呢', ['三个区', '城镇化率'], []],
  ])('%s', (turn, said, unsaid) => {
    const { question, inherited } = resolveAll(FIRST, turn);
    for (const words of said) expect(question).toContain(words);
    for (const words of unsaid) expect(question).not.toContain(words);
    expect(inherited.length).toBeGreaterThan(0);
  });

  test('what is taken over is told, and only that', () => {
    expect(resolveAll(FIRST, '那周村呢？').inherited.join()).toMatch(/城镇化率.*2025年/u);
    expect(resolveAll(FIRST, '那周村呢？').inherited.join()).not.toMatch(/淄川|周村/u);
    expect(resolveAll(FIRST, '2020年是多少').inherited.join()).toMatch(/淄川区.*城镇化率/u);
    expect(resolveAll(FIRST, '2020年是多少').inherited.join()).not.toMatch(/20[0-9]{2}年/u);
  });

  test('what is inherited goes on from turn to turn', () => {
    const { question } = resolveAll(FIRST, '那周村呢？', '高新区呢', '2020年呢');
    for (const words of ['高新区', '2020年', '城镇化率']) expect(question).toContain(words);
    for (const words of ['淄川', '周村', '2025']) expect(question).not.toContain(words);
  });
});

describe('a correction asks the same again', () => {
  test('of another document', () => {
    const { question, inherited } = resolveAll(
      '淄川2025年粮食综合生产能力目标',
      '我说的是2023那份任务',
    );
    expect(question).toContain('粮食综合生产能力');
    expect(question).toContain('2023');
    expect(question).not.toContain('2025');
    expect(inherited.join()).toContain('粮食综合生产能力');
  });

  test('of another place', () => {
    const { question } = resolveAll(FIRST, '不是淄川，是周村');
    expect(question).toContain('周村');
    expect(question).toContain('城镇化率');
  });
});

describe('a new thing about the old place', () => {
  test('keeps the place and drops the old subject', () => {
    const { question, topic, inherited } = resolveAll(FIRST, '护理型床位占比要到多少');
    expect(question).toContain('淄川');
    expect(question).toContain('护理型床位');
    expect(question).not.toContain('城镇化率');
    expect([topic.context, topic.focus]).toEqual(['', []]);
    expect(inherited.join()).toMatch(/淄川/u);
  });

  test.each(['农村呢', '里面养老那个怎么算'])('%s means nothing without it', (turn) => {
    expect(resolveAll(FIRST, turn).topic.context).toContain('城镇化率');
  });

  test('context does not grow without end', () => {
    const turns = Array.from({ length: 30 }, (_, at) => `其中${'产业集群'.repeat(at + 1)}怎么安排`);
    expect(resolveAll(FIRST, ...turns).topic.context.length).toBeLessThanOrEqual(200);
  });
});

describe('a turn that stands alone', () => {
  test.each([
    '周村2025年森林覆盖率目标是多少',
    '高新区规划分几章',
    '淄博市2024年GDP多少',
    '三个区的粮食综合生产能力对比一下',
  ])('%s inherits nothing', (turn) => {
    const { question, inherited, topic } = resolveAll(FIRST, turn);
    expect(question).toBe(resolveAll(turn).question);
    expect(inherited).toEqual([]);
    expect(topic.context).toBe('');
    expect(topic.subject).not.toContain('城镇化率');
  });

  test.each(['那周村呢？', '谁负责', '2020年是多少'])(
    'with nothing before it %s inherits nothing',
    (turn) => {
      expect(resolveAll(turn).inherited).toEqual([]);
    },
  );

  test('tells what it is about', () => {
    const { topic } = resolveAll(FIRST);
    expect(topic.places.join()).toContain('淄川');
    expect(topic.times).toEqual(['2025年']);
    expect(topic.subject).toContain('城镇化率');
    expect(topic.subject).not.toMatch(/淄川|2025|多少/u);
    expect(topic.asking).toContain('多少');
  });
});

describe('what a turn leans on', () => {
  test.each<[string[], string[], string[]]>([
    [['北京去年拆违多少平米', '今年呢'], ['今年', '拆违多少平米'], ['去年']],
    [['淄川2023年新增几处中心村卫生室', '谁负责的'], ['中心村卫生室', '谁负责'], ['几处']],
    [
      ['淄川2020年森林覆盖率多少', '到25年呢', '那要提几个点'],
      ['2020年', '25年', '森林覆盖率'],
      [],
    ],
    [['周村2025年城镇化率', '淄川呢', '哪个高'], ['周村', '淄川', '城镇化率'], []],
    [['周村2025年城镇化率', '哪个区最高'], ['哪个区', '城镇化率'], ['周村']],
    [
      ['淄川养老床位要到多少张', '换个问题，孵化载体有几家'],
      ['淄川', '孵化载体'],
      ['养老', '换个问题'],
    ],
    [
      ['周村老旧小区改造几个', '我问十四五要改的，不是已经改完的'],
      ['十四五', '老旧小区', '要改的'],
      ['改完'],
    ],
    [['周村工业旅游怎么搞', '齐鲁（柬埔寨）经济特区投资多少'], ['柬埔寨'], ['周村']],
    [['淄川食品抽检合格率', '药品的呢'], ['淄川', '药品', '抽检合格率'], ['食品']],
    [
      ['周村区的古商城准备怎么打造', '这个项目什么时候建成'],
      ['周村', '古商城', '什么时候建成'],
      [],
    ],
    [['淄博新能源汽车产业怎么样', '有哪几家企业'], ['淄博', '新能源汽车', '企业'], []],
    [['淄川森林覆盖率目标多少', '跟周村比哪个高'], ['淄川', '周村', '森林覆盖率'], ['跟']],
    [['淄博今年要新增几个便民生活圈', '那再生水利用率呢'], ['淄博', '再生水利用率'], ['生活圈']],
    [['淄川2023年口袋公园建几个', '高新区呢'], ['高新区', '口袋公园'], ['2023']],
    [['十一五单位能耗要降多少', '九五呢'], ['九五', '能耗'], ['十一五']],
    [['城镇化领导小组由谁召集', '一年开几回会'], ['领导小组', '一年开几回会'], ['召集']],
    [['淄川发放多少贷款', '这句话在报告哪一部分'], ['淄川', '贷款', '在哪一章'], ['这句话']],
  ])('%j', (turns, said, unsaid) => {
    const { question } = resolveAll(...turns);
    for (const words of said) expect(question).toContain(words);
    for (const words of unsaid) expect(question).not.toContain(words);
  });

  test('what is told of it is no scrap of grammar', () => {
    const { inherited } = resolveAll('淄川区2025年常住人口城镇化率的目标是多少？', '那周村呢？');
    expect(inherited).toEqual(['常住人口城镇化率', '2025年']);
  });

  test('the second of what was listed', () => {
    const { topic } = resolveAll('周村发展定位是哪三个区');
    const listed = ['“张周同城化”先行示范区', '“济淄一体化”先行示范区'];
    const { question } = resolveTurn('第二个要怎么落实', { ...topic, listed }, known);
    expect(question).toContain('济淄一体化');
    expect(question).not.toContain('第二个');
  });
});
