import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { understandingOf } from '../../src/answer/answer-question.ts';
import type { PlanIndex } from '../../src/indexing/plan-index.ts';
import type { Want } from '../../src/language/question-wordings.ts';
import type { Query } from '../../src/understand/query.ts';
import { NOTHING_BEFORE, type Understanding, understand } from '../../src/understand/understand.ts';
import { contextOf, openRealIndex } from '../real-index.ts';

const ZICHUAN = ['zichuan-14fyp', 'zichuan-2023-tasks'];
const ZHOUCUN = ['zhoucun-14fyp'];
const HITECH = ['zibo-hitech-14fyp'];
const ZIBO = ['zibo-2025-plan'];

let index: PlanIndex;
let known: Understanding;

beforeAll(async () => {
  index = await openRealIndex();
  known = understandingOf(contextOf(index));
});
afterAll(() => index.close());

const read = (question: string): Query => understand(question, known);
const saidIn = (query: Query): string[] => query.concepts.map(({ said }) => said);

describe('what the question wants done', () => {
  const CASES: readonly (readonly [string, readonly Want[], readonly Want[]])[] = [
    ['淄川区2025年城镇化率目标是多少', [], ['who', 'when', 'list', 'define', 'overview', 'check']],
    ['淄川2023年修路谁牵头', ['who'], ['when', 'list', 'define']],
    ['夜市这块2023年归哪个局管', ['who'], ['when', 'define']],
    ['企业想上市找谁', ['who'], ['when']],
    ['淄博高铁北站哪年通车的', ['when'], ['who', 'define']],
    ['老小区什么时候改造完', ['when'], ['who', 'define']],
    ['重大项目库多久调度一次', ['when'], ['who']],
    ['周村军用机场要搬到哪里去', ['where'], ['who', 'when', 'list']],
    ['淄川的八大优势产业集群都有哪些', ['list'], ['who', 'when', 'check']],
    ['周村打算跟哪几所大学共建', ['list'], ['who']],
    ['2025年淄博全市主要预期目标列一下', ['list'], ['who', 'check']],
    ['“一轴两翼三带全域”到底指什么', ['define'], ['who', 'when']],
    ['这条机制全称是什么', ['define'], ['who', 'when', 'compare']],
    ['三个区谁最高', ['compare'], ['when']],
    ['2020年和2025年相比差多少', ['compare'], ['who', 'when']],
    ['提高几个点，有什么变化', ['compare'], ['who']],
    ['2035年高新区要变成啥样', ['overview'], ['who', 'when', 'check']],
    ['给新同事讲讲周村面临的挑战', ['overview'], ['who', 'check']],
    ['淄川2025年城镇化率是75%，对吧', ['check'], ['who', 'when', 'overview']],
    ['有没有血液透析中心', ['check'], ['who', 'when']],
    ['后来评上没有', ['later'], ['who']],
    ['规划里说要升5A，后来真评上了没', ['later'], ['who', 'when']],
    ['高新区那份规划分几章，各管啥', ['structure'], ['who', 'metadata', 'check']],
    ['先看哪几章', ['structure'], ['who', 'metadata']],
    ['淄川规划的文号是多少', ['metadata'], ['structure', 'documents', 'check']],
    ['这份规划哪天印发的', ['metadata', 'when'], ['structure', 'documents']],
    ['收录了哪些文件', ['documents'], ['metadata', 'structure', 'who']],
  ];

  test.each(CASES)('%s → %j', (question, wanted, unwanted) => {
    const { wants } = read(question);
    expect([...wants]).toEqual(expect.arrayContaining([...wanted]));
    expect([...wants].filter((want) => unwanted.includes(want))).toEqual([]);
  });
});

describe('which documents are meant', () => {
  test.each([
    ['淄川区2025年城镇化率', ZICHUAN, ['淄川']],
    ['淄川的森林覆盖率', ZICHUAN, ['淄川']],
    ['周村2025年森林覆盖率', ZHOUCUN, ['周村']],
    ['高新区2025年城镇化率', HITECH, ['淄博高新区']],
    ['淄博高新区的排名', HITECH, ['淄博高新区']],
    ['淄博高新区高新技术企业数', HITECH, ['淄博高新区']],
    ['淄博2024年GDP', ZIBO, ['淄博']],
    ['淄博市2025年计划', ZIBO, ['淄博']],
    ['全市24年研发投入强度', ZIBO, ['淄博']],
    ['淄博高铁北站哪年通车', ZIBO, ['淄博']],
    ['那份2023年任务里定的产量', ['zichuan-2023-tasks'], ['淄川']],
    ['66项任务里谁牵头最多', ['zichuan-2023-tasks'], ['淄川']],
    ['淄川和周村谁高', [...ZHOUCUN, ...ZICHUAN], ['周村', '淄川']],
    ['淄川、周村、高新区三家', [...ZHOUCUN, ...HITECH, ...ZICHUAN], ['周村', '淄博高新区', '淄川']],
  ])('%s names %j', (question, documentIds, regions) => {
    const { scope } = read(question);
    expect(scope.documentIds).toEqual(documentIds);
    expect(scope.regions).toEqual(regions);
    expect(scope.absentRegions).toEqual([]);
  });

  test.each([
    ['高新技术企业有多少家'],
    ['高新技术产业产值占比'],
    ['高新产业占比'],
    ['四区两带是什么'],
    ['城区绿化'],
    ['大学城片区在哪里'],
    ['经开区一有事，单位就得赶过来'],
    ['五大园区有哪些'],
    ['哪些乡镇有田园综合体'],
    ['山区的学校'],
    ['全省第一批示范镇'],
    ['夜市经济'],
    ['住宅小区改造'],
  ])('%s names no place at all', (question) => {
    const { scope } = read(question);
    expect(scope.documentIds).toEqual([]);
    expect(scope.regions).toEqual([]);
    expect(scope.absentRegions).toEqual([]);
    expect(scope.everyRegion).toBe(false);
  });

  test.each([
    ['周村“四区两带”里的“四区”是哪四块地', ZHOUCUN],
    ['高新区“三区一窗口”是什么', HITECH],
    ['周村高新技术企业', ZHOUCUN],
    ['淄川高新技术产业产值', ZICHUAN],
  ])('%s names only %j, and not every region', (question, documentIds) => {
    const { scope } = read(question);
    expect(scope.documentIds).toEqual(documentIds);
    expect(scope.everyRegion).toBe(false);
  });

  test.each([
    ['张店区2025年常住人口城镇化率目标', ['张店区']],
    ['博山区森林覆盖率', ['博山区']],
    ['北京市2025年GDP目标', ['北京市']],
    ['桓台县粮食综合生产能力', ['桓台县']],
    ['高青县人均预期寿命', ['高青县']],
    ['临淄区 研发投入', ['临淄区']],
    ['山东省2025年GDP', ['山东省']],
    ['淄博经开区R&D经费占比', ['淄博经开区']],
    ['淄博经济开发区研发投入', ['淄博经济开发区']],
    ['济南市章丘区引进多少项目', ['济南市', '章丘区']],
  ])('%s names %j, of which there is no document', (question, absentRegions) => {
    const { scope } = read(question);
    expect(scope.absentRegions).toEqual(absentRegions);
    expect(scope.documentIds).toEqual([]);
  });

  test('a road named after a place is not the place', () => {
    expect(read('博山路改造什么时候完成').scope.absentRegions).toEqual([]);
  });

  test('a district of a city that has a document is still absent', () => {
    const { scope } = read('淄博市张店区的城镇化率');
    expect(scope.absentRegions).toEqual(['张店区']);
  });

  test.each([
    ['张店2025年城镇化率', '张店'],
    ['博山的森林覆盖率', '博山'],
    ['桓台粮食产量', '桓台'],
  ])('%s names %s, though without its 区 or 县', (question, region) => {
    expect(read(question).scope.absentRegions.join()).toContain(region);
  });

  test('a name does not end inside a word', () => {
    expect(saidIn(read('周村区块链产业'))).toContain('区块链');
  });

  test('a place of its own name still lies in its region', () => {
    expect(read('淄川汽车产业园在哪').scope.documentIds).toEqual(ZICHUAN);
  });

  test.each([
    ['三个区的森林覆盖率排个序', true],
    ['各区的GDP', true],
    ['哪个区最高', true],
    ['两个区各是多少', true],
    ['三个规划里分别多少', true],
    ['淄川哪个镇', false],
    ['哪几个园区', false],
    ['淄川的城镇化率', false],
  ])('%s → every region: %s', (question, everyRegion) => {
    expect(read(question).scope.everyRegion).toBe(everyRegion);
  });

  test.each([
    ['淄川规划里怎么说', ['zichuan-14fyp']],
    ['淄川2023年那份任务里怎么说', ['zichuan-2023-tasks']],
    ['淄川区“十四五”规划什么时候印发', ['zichuan-14fyp']],
    ['淄川怎么说', []],
  ])('%s prefers %j among those of the region', (question, preferredIds) => {
    expect(read(question).scope.preferredIds).toEqual(preferredIds);
  });
});

describe('what is ruled out names nothing', () => {
  test.each([
    ['按十四五规划（不是2023年那份任务），到2025年淄川每万人有几件发明专利', [2025]],
    ['淄川到2025年有几件发明专利，不是2023年那份任务', [2025]],
    ['淄川2025年GDP，不要跟2023年搞混', [2025]],
  ])('%s', (question, years) => {
    const { scope, time } = read(question);
    expect(time.years).toEqual(years);
    expect(scope.preferredIds).not.toContain('zichuan-2023-tasks');
  });

  test('a thing not to be mixed up with is not looked for', () => {
    const query = read('PM2.5这一项，周村降了百分之多少？别跟PM10搞混');
    expect(saidIn(query)).toContain('pm2.5');
    expect([...query.terms.keys()]).not.toContain('pm10');
  });

  test('a question whether something is so rules nothing out', () => {
    expect(read('淄川中期评估是不是2023年做').time.years).toEqual([2023]);
  });
});

describe('the kind of figure asked for', () => {
  const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['要建几所小学', ['新建小学5所', '改扩建15个'], ['投资15亿元', '提高15%', '一岗双责']],
    ['2025年建几座加氢站', ['建成加氢站1座', '新增3处'], ['投资1亿元', '1.5万吨']],
    ['高新技术企业多少家', ['达到100家', '62户'], ['增长45.4%', '产值100亿元']],
    ['办多少场比赛', ['150余项', '举办20场'], ['20%', '20亿元']],
    ['GDP做到了多少亿', ['461.1 亿元', '690.6亿'], ['461.1%', '461.1家', '2025年']],
    ['外资多少美元', ['9.5亿美元', '10422 美元'], ['9.5亿元', '513万吨']],
    ['一年挣多少钱', ['46927元', '1.2万元'], ['46927人', '7%']],
    ['用水不超过多少万吨', ['5.77万吨', '8000 吨'], ['5.77%', '8000万元']],
    ['一共多少万人', ['67.2万人', '2万余人'], ['67.2%', '8000 人']],
    ['占几成', ['60%', '3.5 个百分点'], ['60亿元', '60家']],
    ['百分之几', ['75%', '99.5 %'], ['75亿元', '75岁']],
    ['控制在千分之几', ['4‰', '0.4%'], ['4人', '4亿元']],
    ['提高几个百分点', ['1.5个百分点', '7%'], ['1.5亿元']],
    ['护理型床位占比要到多少', ['60%'], ['60张', '60亿元']],
    ['城镇化率目标', ['75%'], ['75万人']],
    ['能活多少岁', ['82.5岁'], ['82.5%', '82年']],
    ['全国排名第几', ['第43位', '前三十强', '位次前移'], ['43家', '43%']],
    ['引进多少人', ['8000 人', '3000名', '4.32万人'], ['8000家', '8000万元']],
    ['高速通车多少公里', ['435.9公里', '300米'], ['435.9亿元']],
    ['管的地盘有多大面积', ['227.34平方公里', '5000亩', '12万平方米'], ['227.34公里', '227家']],
    ['什么时候通车', ['2018年', '年底', '“十四五”末', '3月'], ['18公里', '45.4%']],
    ['目标是多少', ['75', '达到3.1'], ['没有数字', 'pm2.5']],
  ];

  test.each([
    ['引进几名专家', '引进专家20名'],
    ['有几位全国劳模', '全国劳模3人'],
  ])('%s: %s', (question, fitting) => {
    expect(read(question).unit?.figure.test(fitting)).toBe(true);
  });

  test.each(CASES)('%s: %j, never %j', (question, fitting, others) => {
    const { unit } = read(question);
    const isFigure = (text: string): boolean => unit?.figure.test(text) ?? false;
    expect(fitting.filter((text) => !isFigure(text))).toEqual([]);
    expect(others.filter(isFigure)).toEqual([]);
  });

  test.each([
    ['淄川谁负责修路'],
    ['周村要跟哪几所大学共建'],
    ['有哪几家企业'],
    ['淄川的八大优势产业集群有哪些'],
    ['三区一窗口指什么'],
    ['几乎全部完成了'],
  ])('%s asks for none', (question) => {
    expect(read(question).unit).toBeUndefined();
  });

  test('a count in Chinese numerals counts loosely only', () => {
    const { unit } = read('建几座公园');
    expect(unit?.figure.test('建成两座公园')).toBe(false);
    expect(unit?.loose?.test('建成两座公园')).toBe(true);
    expect(unit?.loose?.test('建成公园')).toBe(false);
  });
});

describe('what the figure is of', () => {
  test.each([
    ['周村区到2025年建几座加氢站', '加氢站'],
    ['淄川2025年常住人口城镇化率是多少', '城镇化率'],
    ['周村要新建多少基站', '基站'],
    ['2025年高企数量目标', '高企'],
    ['护理型床位到2025年占几成', '床位'],
  ])('%s → %s', (question, head) => {
    expect(read(question).head?.said).toContain(head);
  });

  test('a word of measure is no thing', () => {
    expect(read('养老床位的比例是多少').head?.said).not.toBe('比例');
  });
});

describe('places, names and figures it points at', () => {
  test.each([
    ['淄川规划第四章讲什么', [{ kind: 'chapter', number: 4 }]],
    ['第十四章', [{ kind: 'chapter', number: 14 }]],
    ['第二十一章', [{ kind: 'chapter', number: 21 }]],
    ['第3章', [{ kind: 'chapter', number: 3 }]],
    ['专栏3写了什么', [{ kind: 'panel', number: 3 }]],
    ['专栏 八', [{ kind: 'panel', number: 8 }]],
    ['任务17谁牵头', [{ kind: 'task', number: 17 }]],
    ['第17项任务谁牵头', [{ kind: 'task', number: 17 }]],
    [
      '第三章第二节',
      [
        { kind: 'chapter', number: 3 },
        { kind: 'section', number: 2 },
      ],
    ],
    ['应急那章说的三支队伍', []],
    ['66项任务里', []],
    ['三大任务', []],
  ])('%s → %j', (question, locations) => {
    expect(read(question).locations).toEqual(locations);
  });

  test.each([
    ['医院的“六大中心”有哪些', ['六大中心']],
    ['那条"一轴两翼"是什么', ['一轴两翼']],
    ['「三支队伍」是哪三支', ['三支队伍']],
    ['六大中心有哪些', []],
    ['“人不一定归我、能给我干活就行”，原话怎么说', []],
  ])('%s quotes %j', (question, quoted) => {
    expect(read(question).quoted).toEqual(quoted);
  });

  test('a quoted name is one concept', () => {
    expect(saidIn(read('淄川医院的“六大中心”有哪些'))).toContain('六大中心');
  });

  test.each([
    ['淄川有24家企业，对吧', ['24家']],
    ['周村森林覆盖率是25%吗', ['25%']],
    ['2025年的目标是多少', []],
    ['到底是2.9还是3.0', ['2.9', '3.0']],
  ])('%s states %j', (question, figures) => {
    expect(read(question).figures).toEqual(figures);
  });

  test.each([
    ['各自多少', true],
    ['医生和床位分别有几个', true],
    ['哪年建成，要建几座', true],
    ['2025年目标是多少', false],
  ])('%s asks more than one thing: %s', (question, asksMany) => {
    expect(read(question).asksMany).toBe(asksMany);
  });
});

describe('years', () => {
  test.each([
    ['十三五末淄川GDP', [2020], []],
    ['十三五收官那年', [2020], []],
    ['十四五末', [2025], []],
    ['“十四五”末的目标', [2025], []],
    ['十四五收官那年', [2025], []],
    ['二〇二五年城镇化率', [2025], []],
    ['二零二四年签了几个', [2024], []],
    ['２０２５年高企数量', [2025], []],
    ['全市24年研发投入强度', [2024], []],
    ['R&D投入 2020→2025', [2020, 2025], [[2020, 2025]]],
    ['2035年要变成什么样', [2035], []],
    ['十四五期间引进多少', [], [[2021, 2025]]],
  ])('%s → %j %j', (question, years, periods) => {
    const { time } = read(question);
    expect(time.years).toEqual(years);
    expect(time.periods).toEqual(periods);
  });
});

describe('markup and invisible characters ask nothing', () => {
  const PLAIN = '淄川区2025年城镇化率';

  test.each([
    ['<script>淄川区2025年城镇化率</script>'],
    ['<b>淄川区</b>2025年城镇化率'],
    ['<@U123ABC456> 淄川区2025年城镇化率'],
    ['淄川区2025年城镇化率 <#C0123|general>'],
    ['<!channel> 淄川区2025年城镇化率'],
    ['&lt;!channel&gt; 淄川区2025年城镇化率'],
    ['<https://evil.example.com/login|点这里> 淄川区2025年城镇化率'],
    ['https://evil.example.com/login 淄川区2025年城镇化率'],
    ['*_~`>```淄川区2025年城镇化率```~_*'],
    ['淄\u200b川\u200b区2025年城镇\ufeff化率'],
    ['\u202e淄川区2025年城镇化率\u202c'],
    ['淄川区２０２５年城镇化率'],
    ['  淄川区2025年\n城镇化率\t'],
  ])('%j asks the same as without', (question) => {
    const query = read(question);
    const plain = read(PLAIN);
    expect(query.scope).toEqual(plain.scope);
    expect(query.time).toEqual(plain.time);
    expect(saidIn(query)).toEqual(saidIn(plain));
    expect([...query.terms]).toEqual([...plain.terms]);
    expect(query.text).not.toMatch(/evil|script|U123|channel|[<>\u200b\u202e]/iu);
  });
});

describe('everyday words', () => {
  const formsOf = (question: string): string[] =>
    read(question).concepts.flatMap(({ forms }) => forms.map(({ text }) => text));

  test.each([
    ['淄川GDP做到了多少亿', '地区生产总值'],
    ['高新区城里登记找不着活干的人占比', '失业率'],
    ['淄川每一万个人手里有几件含金量高的专利', '高价值发明专利'],
  ])('%s is also looked for as %s', (question, official) => {
    expect(formsOf(question).join(' ')).toContain(official);
  });

  test('official wordings count less than what was said', () => {
    const { terms } = read('周村夜市');
    const said = terms.get('夜市') ?? 0;
    expect(said).toBe(1);
    expect([...terms.values()].some((weight) => weight > 0 && weight < 1)).toBe(true);
  });

  test('a word no document has is known to be unknown', () => {
    const unknown = read('周村熊猫基地').concepts.filter((concept) => concept.unknown);
    expect(unknown.map(({ said }) => said)).toEqual(['熊猫']);
    expect(read('森林覆盖率').concepts.filter((concept) => concept.unknown)).toEqual([]);
  });

  test('what earlier turns were about is read closely at lower weight, and is never unknown', () => {
    const [itself] = read('医药').concepts;
    const alone = read('2025年产值多少');
    const { concepts, terms } = understand('2025年产值多少', known, {
      ...NOTHING_BEFORE,
      context: '医药 熊猫',
    });
    const context = concepts.find(({ said }) => said === '医药');
    expect(saidIn(alone)).not.toContain('医药');
    expect(context?.weight).toBeLessThan(itself?.weight ?? 0);
    expect(context?.isThing).toBe(false);
    expect(concepts.filter(({ unknown }) => unknown)).toEqual([]);
    expect(terms.get('医药')).toBeGreaterThan(0);
  });

  test('what earlier turns were about is searched for at lower weight', () => {
    const { terms } = understand('2025年产值多少', known, { ...NOTHING_BEFORE, context: '医药' });
    expect(terms.get('医药')).toBeLessThan(1);
  });
});
