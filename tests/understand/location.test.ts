import { describe, expect, test } from 'vitest';
import { readOrdinal } from '../../src/parse/chinese-number.ts';
import { isAt, type Location, locationsIn } from '../../src/understand/location.ts';

describe('readOrdinal', () => {
  test.each([
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['十四', 14],
    ['二十', 20],
    ['二十一', 21],
    ['五十', 50],
    ['九十九', 99],
    ['3', 3],
    ['17', 17],
  ])('%s is %i', (numeral, number) => {
    expect(readOrdinal(numeral)).toBe(number);
  });

  test('every number of a heading has its own numeral', () => {
    const digits = '零一二三四五六七八九';
    const numerals = Array.from({ length: 99 }, (_, at) => {
      const [tens, ones] = [Math.floor((at + 1) / 10), (at + 1) % 10];
      const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
      return `${head}${ones === 0 ? '' : digits[ones]}`;
    });
    expect(numerals.map(readOrdinal)).toEqual(Array.from({ length: 99 }, (_, at) => at + 1));
  });
});

describe('places a question points at', () => {
  test.each<[string, Location[]]>([
    ['第四章讲什么', [{ kind: 'chapter', number: 4 }]],
    ['第 四 章', [{ kind: 'chapter', number: 4 }]],
    ['第１２章', [{ kind: 'chapter', number: 12 }]],
    ['专栏 3', [{ kind: 'panel', number: 3 }]],
    ['专栏十', [{ kind: 'panel', number: 10 }]],
    ['任务17', [{ kind: 'task', number: 17 }]],
    ['第17项', [{ kind: 'task', number: 17 }]],
    ['第17号任务', [{ kind: 'task', number: 17 }]],
    [
      '第三节在第二章',
      [
        { kind: 'chapter', number: 2 },
        { kind: 'section', number: 3 },
      ],
    ],
    ['这一章', []],
    ['66项任务', []],
    ['第43位', []],
    ['', []],
  ])('%s → %j', (question, locations) => {
    expect(locationsIn(question)).toEqual(locations);
  });
});

describe('whether a heading is the place', () => {
  test.each<[Location, string, boolean]>([
    [{ kind: 'chapter', number: 4 }, '第四章 创新驱动发展', true],
    [{ kind: 'chapter', number: 4 }, '第十四章 加强规划实施保障', false],
    [{ kind: 'chapter', number: 14 }, '第十四章 加强规划实施保障', true],
    [{ kind: 'chapter', number: 1 }, '第十一章 弘扬传统文化', false],
    [{ kind: 'section', number: 4 }, '第四章 创新驱动发展', false],
    [{ kind: 'panel', number: 7 }, '专栏 7 “十四五”期间交通基础设施重点项目', true],
    [{ kind: 'panel', number: 3 }, '专栏3 现代服务业重点工程', true],
    [{ kind: 'panel', number: 3 }, '专栏13 应急', false],
    [{ kind: 'task', number: 2 }, '23. 扎实开展绿色低碳转型行动', false],
    [{ kind: 'task', number: 23 }, '23. 扎实开展绿色低碳转型行动', true],
    [{ kind: 'task', number: 23 }, '23．扎实开展', true],
    [{ kind: 'task', number: 2 }, '2.5万贫困人口', true],
    [{ kind: 'chapter', number: 4 }, '见第四章', false],
  ])('%j is %s: %s', (location, heading, expected) => {
    expect(isAt(location, heading)).toBe(expected);
  });
});
