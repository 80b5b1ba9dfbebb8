import { describe, expect, test } from 'vitest';
import {
  clearTopic,
  giveFeedback,
  narrowScope,
  openSource,
  shareAnswer,
  widenScope,
} from '../../../../src/channels/slack/render/actions.ts';
import {
  answerMessages,
  noticeMessage,
  soFarMessage,
  waitingMessage,
} from '../../../../src/channels/slack/render/answer-messages.ts';
import type { SlackMessage } from '../../../../src/channels/slack/render/slack-message.ts';
import type { Answer } from '../../../../src/model.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { sampleCitation, sampleSetting } from './sample-setting.ts';
import { buttonsIn, expectAccepted, linksIn, shownIn } from './shown.ts';

const otherInfo = {
  ...sampleInfo,
  id: 'other-plan',
  shortTitle: '邻区“十四五”规划',
  region: '邻区',
};
const documents = [sampleInfo, otherInfo];

function shownAs(changes: Partial<Answer>, setting = sampleSetting()): SlackMessage {
  const [message, ...more] = answerMessages(sampleAnswer(changes), setting);
  expect(more).toEqual([]);
  if (!message) throw new Error('no message');
  expectAccepted(message, (mention) => mention === '<@U7>');
  return message;
}

const notFound = {
  outcome: 'not-found',
  kind: 'none',
  answer: '文件中没有找到答案。\n已查：样例区“十四五”规划。',
  claims: [],
  citations: [],
  notes: [],
} as const;

describe('an answer', () => {
  test('reads: sentence, mark, source with its quote, notes', () => {
    const { blocks, text } = shownAs({});
    expect(shownIn(blocks)).toBe(
      [
        '2025年目标75%（2020年为65.6%）。 [1]',
        '依据',
        '\n[1] ',
        '样例区“十四五”规划 · 第二章 主要目标 › 专栏1 主要指标 · 第3页',
        '\n「（2）常住人口城镇化率（%） 65.6 75 —— 预期性」',
        '查看原文',
        '说明：65.6%为2019年数据。',
        '提问范围：全部文件',
        '只查本文件',
        '清除',
        '复制带出处',
        '发到频道',
        '有帮助',
        '没帮助',
      ].join('\n'),
    );
    expect(text).toContain('2025年目标75%（2020年为65.6%）。 [1]\n[1] 样例区“十四五”规划');
  });

  test('links its sources to the reader only where there is one for the public', () => {
    expect(linksIn(shownAs({}).blocks)).toEqual([
      'http://127.0.0.1:3000/documents/sample-14fyp#p-urban',
    ]);
    expect(linksIn(shownAs({}, sampleSetting({ hasPublicUrl: false })).blocks)).toEqual([]);
  });

  test('opens each source at what was cited of it', () => {
    const citations = [sampleCitation(), sampleCitation({ n: 2, quote: '综合……461.1' })];
    const claims = [{ text: '生产总值461.1亿元。', citations: [1, 2] }];
    const { blocks } = shownAs({ citations, claims, answer: '生产总值461.1亿元。[1][2]' });
    const places = buttonsIn(blocks, openSource).map(({ value }) => openSource.read(value));
    const cited = places.map(({ ranges }) =>
      ranges.map(([from, to]) => sampleCitation().passage.slice(from, to)),
    );
    expect(cited).toEqual([['全区生产总值达到461.1亿元'], ['综合', '461.1']]);
    expect(places[0]).toMatchObject({ documentId: 'sample-14fyp', passageId: 'strength', line: 7 });
  });

  test('says what it says besides its claims too', () => {
    const { blocks } = shownAs({ answer: '2025年目标75%（2020年为65.6%）。[1]\n共一项。' });
    expect(shownIn(blocks)).toContain('2025年目标75%（2020年为65.6%）。 [1]\n共一项。');
  });

  test('names the model that worded it, and no model where none did', () => {
    expect(shownIn(shownAs({ model: 'plan-writer' }).blocks)).toContain(
      '本回答由模型“plan-writer”措辞',
    );
    expect(shownIn(shownAs({}).blocks)).not.toContain('模型');
  });

  test('takes feedback under an id of its own', () => {
    const { blocks } = shownAs({});
    expect(blocks.at(-1)).toMatchObject({
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { value: giveFeedback.write({ answerId: 'answer-1', isHelpful: true }) },
          negative_button: {
            value: giveFeedback.write({ answerId: 'answer-1', isHelpful: false }),
          },
        },
      ],
    });
  });

  test('shows the question, and who shared it, where they are not to be seen otherwise', () => {
    const setting = sampleSetting({ asked: { question: '城镇化率？' }, sharedBy: 'U7' });
    const { blocks, text } = shownAs({}, setting);
    expect(JSON.stringify(blocks[0])).toContain('{"type":"user","user_id":"U7"}');
    expect(shownIn(blocks)).toContain('问：城镇化率？');
    expect(text).toMatch(/^问：城镇化率？\n/u);
  });

  test('can be shared where only its asker sees it', () => {
    const { blocks } = shownAs({}, sampleSetting({ canShare: true, canNarrow: false }));
    const [share] = buttonsIn(blocks, shareAnswer);
    expect(share?.text.text).toBe('分享到频道');
    expect(shareAnswer.read(share?.value)).toEqual({ answerId: 'answer-1' });
    expect(shownIn(blocks)).not.toContain('提问范围');
  });
});

describe('the scope line', () => {
  test('names what the conversation is bound to, and widens it', () => {
    const { blocks } = shownAs({}, sampleSetting({ scope: ['sample-14fyp'] }));
    expect(shownIn(blocks)).toContain('提问范围：样例区“十四五”规划');
    expect(buttonsIn(blocks, widenScope).map(({ text }) => text.text)).toEqual(['全部文件']);
    expect(buttonsIn(blocks, narrowScope)).toEqual([]);
  });

  test('narrows to any document that is cited', () => {
    const citations = [sampleCitation(), sampleCitation({ n: 2, documentId: 'other-plan' })];
    const { blocks } = shownAs({ citations }, sampleSetting({ documents }));
    const narrowing = buttonsIn(blocks, narrowScope);
    expect(narrowing.map(({ text, value }) => [text.text, narrowScope.read(value)])).toEqual([
      ['只查本文件：样例区“十四五”规划', { documentId: 'sample-14fyp' }],
      ['只查本文件：邻区“十四五”规划', { documentId: 'other-plan' }],
    ]);
    expect(buttonsIn(blocks, clearTopic)).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test('has no sources, but can be told that it is wrong', () => {
    for (const outcome of ['not-found', 'rejected'] as const) {
      const { blocks } = shownAs({ ...notFound, outcome });
      expect(shownIn(blocks)).toContain(notFound.answer);
      expect(shownIn(blocks)).not.toContain('依据');
      expect(buttonsIn(blocks, openSource)).toEqual([]);
      expect(blocks.at(-1)?.type).toBe('context_actions');
    }
  });
});

describe('before the answer', () => {
  test('a first sign says how many come first, where any do', () => {
    expect(waitingMessage(null).text).toBe('正在查找原文……');
    expect(waitingMessage(0).text).toBe('正在查找原文……');
    expect(waitingMessage(12).text).toBe('前面还有 12 个问题，请稍候……');
    for (const message of [waitingMessage(null), waitingMessage(12)]) expectAccepted(message);
  });

  test('claims proven so far are shown with their marks, and that more is coming', () => {
    const message = soFarMessage(sampleAnswer());
    expectAccepted(message);
    expect(shownIn(message.blocks)).toBe('2025年目标75%（2020年为65.6%）。 [1]\n还在核对……');
    expectAccepted(soFarMessage({ answer: '', claims: [], citations: [] }));
  });

  test('a notice says its words and nothing else', () => {
    const message = noticeMessage('请 <稍后> 再试。');
    expectAccepted(message);
    expect(message.text).toBe('请 &lt;稍后&gt; 再试。');
    expect(shownIn(message.blocks)).toBe('请 <稍后> 再试。');
  });
});
