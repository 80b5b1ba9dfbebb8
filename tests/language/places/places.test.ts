import { describe, expect, test } from 'vitest';
import { DIVISIONS, divisionsNamed } from '../../../src/language/places/divisions.ts';
import {
  ONE_CHARACTER_NAMES,
  oneCharacterNames,
} from '../../../src/language/places/one-character-names.ts';
import { placeChain } from '../../../src/language/places/place-chain.ts';
import { shortPlace } from '../../../src/language/places/short-name.ts';

describe('the table of divisions', () => {
  test('holds the 34 provinces and what lies in them', () => {
    expect(DIVISIONS.filter(({ level }) => level === 'province')).toHaveLength(34);
    expect(DIVISIONS.length).toBeGreaterThan(3000);
  });

  test.each([
    ['淄川区', 'county', ['山东省', '淄博市']],
    ['长沙市', 'prefecture', ['湖南省']],
    ['浦东新区', 'county', ['上海市']],
    ['仙桃市', 'county', ['湖北省']],
    ['内蒙', 'province', []],
    ['恩施州', undefined, undefined],
  ])('%s is a %s in %j', (name, level, parents) => {
    const [division] = divisionsNamed(name);
    expect(division?.level).toBe(level);
    expect(division?.parents).toEqual(parents);
  });

  test('a name that several places bear means the outer one first', () => {
    expect(divisionsNamed('吉林').map(({ name }) => name)).toEqual(['吉林省', '吉林市']);
    expect(divisionsNamed('海南')[0]?.name).toBe('海南省');
    expect(divisionsNamed('鼓楼区').length).toBeGreaterThan(3);
  });
});

describe('the name people say', () => {
  test.each([
    ['湖南省', '湖南'],
    ['内蒙古自治区', '内蒙古'],
    ['宁夏回族自治区', '宁夏'],
    ['新疆维吾尔自治区', '新疆'],
    ['西藏自治区', '西藏'],
    ['香港特别行政区', '香港'],
    ['淄川区', '淄川'],
    ['恩施土家族苗族自治州', '恩施'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['东乡族自治县', '东乡'],
    ['鄂温克族自治旗', '鄂温克'],
    ['龙胜各族自治县', '龙胜'],
    ['神农架林区', '神农架'],
    ['和县', '和县'],
    ['淄博高新区', '淄博高新区'],
    ['滨海新区', '滨海新区'],
    ['全国', '全国'],
  ])('%s → %s', (name, short) => {
    expect(shortPlace(name)).toBe(short);
  });
});

describe('one-character names', () => {
  test('name every province', () => {
    const provinces = DIVISIONS.filter(({ level }) => level === 'province');
    expect(new Set(ONE_CHARACTER_NAMES.values())).toEqual(
      new Set(provinces.map(({ name }) => name)),
    );
  });

  test.each([
    ['湘2026年gdp目标是多少', ['湖南省']],
    ['鲁的粮食产量', ['山东省']],
    ['湘鄂赣三省谁的增速高', ['湖南省', '湖北省', '江西省']],
    ['比较豫和皖的gdp', ['河南省', '安徽省']],
    ['新能源汽车产量', []],
    ['云计算2025年规模', []],
    ['湘江治理投资', []],
    ['鲁班工坊有几个', []],
  ])('%s names %j', (text, provinces) => {
    expect(oneCharacterNames(text).map(({ province }) => province)).toEqual(provinces);
  });
});

describe('the place a title begins with', () => {
  test.each([
    ['山东省淄博市张店区2024年重点工作任务', '张店区', ['山东省', '淄博市']],
    ['湖南2026年政府工作报告', '湖南省', []],
    ['北京市朝阳区人民政府', '北京市朝阳区', ['北京市']],
    ['淄博高新区国民经济', '淄博高新区', ['山东省', '淄博市']],
    ['青岛西海岸新区国民经济', '青岛西海岸新区', ['山东省', '青岛市']],
    ['贵州省贵安新区总体方案', '贵安新区', ['贵州省']],
    ['中国（山东）自由贸易试验区总体方案', '山东自由贸易试验区', ['山东省']],
    ['中华人民共和国国民经济', '全国', []],
  ])('%s: %s', (title, name, parents) => {
    const chain = placeChain(title);
    expect(chain?.name).toBe(name);
    expect(chain?.place.parents).toEqual(parents);
  });

  test.each([
    '新材料产业三年行动计划',
    '全区2024年重点任务',
    '城市更新行动方案',
    '宁夏要闻',
    '市场监管总局关于',
  ])('%s begins with none', (title) => {
    expect(placeChain(title)).toBeUndefined();
  });
});
