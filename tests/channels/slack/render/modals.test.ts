import { describe, expect, test } from 'vitest';
import { askModal, readAsk } from '../../../../src/channels/slack/render/ask-modal.ts';
import { channelModal } from '../../../../src/channels/slack/render/channel-modal.ts';
import {
  feedbackModal,
  readFeedback,
} from '../../../../src/channels/slack/render/feedback-modal.ts';
import { newsMessage } from '../../../../src/channels/slack/render/news-message.ts';
import { refusedModal } from '../../../../src/channels/slack/render/refused-modal.ts';
import { subscribeModal } from '../../../../src/channels/slack/render/subscribe-modal.ts';
import { FEEDBACK_REASONS } from '../../../../src/feedback.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { INJECTIONS } from './sample-setting.ts';
import { expectAccepted, expectView, shownIn } from './shown.ts';

const manyDocuments = Array.from({ length: 250 }, (_, at) => ({
  ...sampleInfo,
  id: `plan-${at}-${'长'.repeat(100)}`,
  shortTitle: `第${at}份 & < > | * ${'𠮷'.repeat(60)}`,
}));

interface Choice {
  readonly text: { readonly text: string };
  readonly value: string;
}

function choicesIn(view: ReturnType<typeof askModal>): Choice[] {
  const found: Choice[] = [];
  JSON.stringify(view, (key, value) => {
    if (key === 'options') found.push(...value);
    return value;
  });
  return found;
}

/** A submission as Slack sends it: fields not of the modal are null or absent. */
const submitted = (values: object, metadata = '') => ({
  type: 'modal',
  private_metadata: metadata,
  state: { values },
});

describe('the ask modal', () => {
  test('takes a question, and one document or all', () => {
    const modal = askModal([sampleInfo]);
    expectView(modal);
    const [all, one] = choicesIn(modal);
    expect([all?.text.text, one?.text.text]).toEqual(['全部文件', '样例区“十四五”规划']);
    const ask = (value: string | undefined) =>
      readAsk(
        submitted({
          question: { question: { type: 'plain_text_input', value: ' 城镇化率？\n' } },
          document: { document: { type: 'static_select', selected_option: { value } } },
        }),
        [sampleInfo],
      );
    expect(ask(all?.value)).toEqual({ question: '城镇化率？', documentId: null });
    expect(ask(one?.value)).toEqual({ question: '城镇化率？', documentId: 'sample-14fyp' });
    expect(() => ask('gone')).toThrow('所选的文件已不在');
  });

  test('offers hundreds of documents with the longest names', () => {
    const modal = askModal(manyDocuments);
    expectView(modal);
    const choices = choicesIn(modal);
    expect(choices).toHaveLength(251);
    expect(new Set(choices.map(({ value }) => value))).toHaveLength(251);
  });

  test('asks for a question where none was written, and refuses what is no submission', () => {
    const empty = submitted({ question: { question: { value: '  ' } } });
    expect(() => readAsk(empty, [])).toThrow('请写下要问的问题');
    expect(() => readAsk(submitted({ question: { question: { value: null } } }), [])).toThrow(
      '请写下要问的问题',
    );
    for (const view of [null, {}, { state: { values: [] } }, { state: 'x' }])
      expect(() => readAsk(view, [])).toThrow('没有读到填写的内容');
  });
});

describe('the feedback modal', () => {
  const modal = feedbackModal('answer-1', false);
  const metadata = modal.private_metadata;
  const give = (reasons: readonly string[], comment: string | null) =>
    readFeedback(
      submitted(
        {
          reasons: { reasons: { selected_options: reasons.map((value) => ({ value })) } },
          comment: { comment: { value: comment } },
        },
        metadata,
      ),
    );

  test('offers every reason', () => {
    expectView(modal);
    for (const reason of FEEDBACK_REASONS) expect(shownIn(modal.blocks)).toContain(reason);
  });

  test('gives reasons and comment as they were chosen and written', () => {
    for (const evil of INJECTIONS)
      expect(give(['数字错', '没找到'], ` ${evil} `)).toEqual({
        answerId: 'answer-1',
        reasons: ['数字错', '没找到'],
        comment: evil,
      });
    expect(give([], null)).toEqual({ answerId: 'answer-1', reasons: [], comment: null });
    expect(give([], '   ').comment).toBeNull();
    expect(give([], '𠮷'.repeat(1_000)).comment).toHaveLength(2_000);
  });

  test('refuses what the modal could not hold', () => {
    expect(() => give(['太慢'], null)).toThrow('没有这样的原因');
    expect(() => give([], '长'.repeat(1_001))).toThrow('不要超过 1000 字');
    expect(() => readFeedback(submitted({}, '{}'))).toThrow('已经失效');
    expect(() => readFeedback(undefined)).toThrow('没有读到填写的内容');
  });
});

describe('what else people are shown', () => {
  test('a channel’s settings offer hundreds of documents, and show what was chosen', () => {
    const documentIds = manyDocuments.slice(0, 30).map(({ id }) => id);
    const view = channelModal('C1', manyDocuments, { documentIds, hasFollowUps: true });
    expectView(view);
    expectView(channelModal('C1', [], { documentIds: [], hasFollowUps: false }));
  });

  test.each(INJECTIONS)('words of documents and of models can do nothing: %s', (evil) => {
    const long = evil.repeat(20);
    const offered = Array.from({ length: 12 }, () => ({
      ...{ kind: 'document', name: '长'.repeat(250), label: long },
    })) as Parameters<typeof subscribeModal>[0]['offered'];
    expectView(subscribeModal({ offered, channelId: 'C1' }));
    const refused = Array.from({ length: 40 }, () => ({ text: long, why: long }));
    const wording = {
      ...{ proposed: 40, proven: 0, repaired: 0, dropped: {}, refused, promptTokens: 0 },
      ...{ completionTokens: 0, firstClaimMs: null, totalMs: 0 },
    };
    const modal = refusedModal(sampleAnswer({ wording }));
    expectView(modal);
    expect(shownIn(modal.blocks)).toContain('另有 20 句没有列出');
    const changes = Array.from({ length: 40 }, () => ({
      ...{ name: long, before: long, after: long, isFigure: true },
    }));
    const info = { ...sampleInfo, title: long };
    const news = Array.from({ length: 12 }, () => ({
      ...{ info, former: info, isNew: false, changes, others: 3 },
    }));
    const inText = news.map((one) => ({
      ...one,
      changes: changes.map((change) => ({ ...change, name: null })),
    }));
    for (const told of [news, inText])
      expectAccepted(newsMessage({ label: long }, told, 'https://plans.test'), () => false);
  });
});
