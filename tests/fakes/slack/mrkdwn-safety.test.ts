import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, section } from './call-api.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';

const rich = (element: object) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [element] }],
});

describe('texts that the app sends', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack({ allowsMention: (mention) => mention === '<@U2>' });
  });

  afterEach(() => slack.close());

  test.each([
    ['a call to everybody in the text', { text: '<!channel> 看' }, 'live_mention'],
    ['a mention in a section', { text: '一', blocks: [section('<@U1> 问')] }, 'live_mention'],
    ['a group', { text: '<!subteam^S1>' }, 'live_mention'],
    ['a call in markdown', { markdown_text: '<!here> 看' }, 'live_mention'],
    [
      'a mention built in rich text',
      { text: '一', blocks: [rich({ type: 'user', user_id: 'U1' })] },
      'live_mention',
    ],
    [
      'a call built in rich text',
      { text: '一', blocks: [rich({ type: 'broadcast', range: 'here' })] },
      'live_mention',
    ],
    ['an angle bracket left as it is', { text: '增速 < 5%' }, 'unescaped'],
    ['an ampersand left as it is', { text: '一', blocks: [section('R&D')] }, 'unescaped'],
    ['names made live', { text: '@all', link_names: true }, 'live_parsing'],
    ['full parsing', { text: '一', parse: 'full' }, 'live_parsing'],
  ])('are noted for %s', async (_, args, code) => {
    expect(await callApi(slack, 'chat.postMessage', { channel: 'C1', ...args })).toMatchObject({
      ok: true,
    });
    expect(slack.violations.map((violation) => violation.code)).toEqual([code]);
  });

  test.each([
    ['escaped', { text: 'R&amp;D 增速 &lt; 5% &lt;!channel&gt;' }],
    ['a link with a label', { text: '<https://e.cn/a?b=1&amp;c=2|《规划》第三章>' }],
    ['a date', { text: '<!date^1700000000^{date}|2023年>' }],
    ['a mention that is meant', { text: '<@U2> 分享' }],
    [
      'literal in rich text',
      { text: '一', blocks: [rich({ type: 'text', text: '<!channel> R&D' })] },
    ],
    ['a channel’s name', { text: '<#C1>' }],
  ])('are fine when they are %s', async (_, args) => {
    await callApi(slack, 'chat.postMessage', { channel: 'C1', ...args });
    expect(slack.violations).toEqual([]);
  });

  test('are parsed by an update unless it says not to', async () => {
    const { ts } = await callApi(slack, 'chat.postMessage', { channel: 'C1', text: '在查' });
    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: '答', parse: 'none' });
    expect(slack.violations).toEqual([]);
    await callApi(slack, 'chat.update', { channel: 'C1', ts, text: '答' });
    expect(slack.violations).toMatchObject([{ code: 'live_parsing', where: 'chat.update' }]);
  });
});
