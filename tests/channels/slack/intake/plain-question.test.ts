import { expect, test } from 'vitest';
import { mentions, plainQuestion } from '../../../../src/channels/slack/intake/plain-question.ts';

test.each([
  ['<@UBOT> 淄川区2025年城镇化率？', '淄川区2025年城镇化率？'],
  ['<@UBOT|youju>淄川区', '淄川区'],
  ['问 <#C1|规划> 里的', '问 规划 里的'],
  ['<!channel> <!here|here> <!subteam^S1|@team> 城镇化率', '城镇化率'],
  [
    '见 <https://a.test/b?c=1&amp;d=2|《规划》> 和 <https://a.test/x>',
    '见 《规划》 和 https://a.test/x',
  ],
  ['<mailto:a@b.test|a@b.test>', 'a@b.test'],
  ['R&amp;D 经费 &lt; 3% &gt; 2%', 'R&D 经费 < 3% > 2%'],
  ['`SELECT 1` ```x```', 'SELECT 1 x'],
  ['&gt; 引用的话\n那周村呢', '引用的话\n那周村呢'],
  ['  <@UBOT>  ', ''],
  ['&lt;@U1&gt; 一下', '<@U1> 一下'],
])('%j is read as %j', (text, plain) => {
  expect(plainQuestion(text)).toBe(plain);
});

test('sees who is named', () => {
  expect(mentions('请 <@UBOT|有据> 看看', 'UBOT')).toBe(true);
  expect(mentions('请 <@UOTHER> 看看 UBOT', 'UBOT')).toBe(false);
  expect(mentions('&lt;@UBOT&gt;', 'UBOT')).toBe(false);
});
