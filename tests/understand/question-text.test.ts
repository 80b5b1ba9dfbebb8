import { describe, expect, test } from 'vitest';
import { flatten, plainQuestion } from '../../src/understand/question-text.ts';

describe('what is compared with what', () => {
  test.each([
    ['淄川区“十四五” 规划', '淄川区十四五规划'],
    ['Ｒ＆Ｄ 经费', 'r&d经费'],
    ['川政发〔2021〕2 号', '川政发〔2021〕2号'],
    ['「甲」『乙』"丙"\'丁\'', '甲乙丙丁'],
    ['淄\u200b川\n\t区', '淄川区'],
    ['', ''],
  ])('%j → %j', (text, flat) => {
    expect(flatten(text)).toBe(flat);
  });
});

describe('a question as plain words', () => {
  test.each([
    ['二〇二五年', '2025年'],
    ['二零二四年', '2024年'],
    ['一九九八年', '1998年'],
    ['二○一○年', '2010年'],
    ['二〇二五', '2025'],
    ['五岁以内', '5岁以内'],
    ['三区一窗口', '三区一窗口'],
    ['<script>alert(1)</script>淄川', 'alert(1) 淄川'],
    ['<@U123> 淄川', '淄川'],
    ['<#C1|general>淄川', '淄川'],
    ['<!here>淄川', '淄川'],
    ['&lt;!channel&gt; 淄川', '淄川'],
    ['<https://a.example/x|点这里>淄川', '淄川'],
    ['看 https://a.example/x?y=1 淄川', '看 淄川'],
    ['*淄川*~_`', '淄川'],
    ['a < b > c', 'a b c'],
    ['{淄川}[区]|\\', '淄川 区'],
    ['\u202e淄川\u202c\u200d\ufeff', '淄川'],
    ['  淄川\n\n区　', '淄川 区'],
    ['😂🔥', '😂🔥'],
  ])('%j → %j', (raw, plain) => {
    expect(plainQuestion(raw)).toBe(plain);
  });
});
