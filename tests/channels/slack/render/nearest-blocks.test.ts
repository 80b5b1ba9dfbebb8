import { describe, expect, test } from 'vitest';
import { askNext, openSource } from '../../../../src/channels/slack/render/actions.ts';
import { answerMessages } from '../../../../src/channels/slack/render/answer-messages.ts';
import type { Answer, Nearest } from '../../../../src/model.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { INJECTIONS, sampleSetting } from './sample-setting.ts';
import { buttonsIn, expectAccepted, linksIn, shownIn } from './shown.ts';

const near = (quote: string, at = 1): Nearest => ({
  documentId: sampleInfo.id,
  documentTitle: sampleInfo.title,
  headingPath: ['第一章 发展基础'],
  quote,
  passageId: `p-${at}`,
  url: `https://plans.test/documents/sample-14fyp#p-${at}`,
});

const refused = (changes: Partial<Answer>): Answer =>
  sampleAnswer({
    outcome: 'not-found',
    kind: 'none',
    answer: '文件中没有找到答案。',
    claims: [],
    citations: [],
    notes: [],
    ...changes,
  });

describe('what is near, where there is no answer', () => {
  test('is said not to be the answer, with its place, its link and a button to the text', () => {
    const nearest = [near('建成养老院5所', 1), near('新增床位300张', 2)];
    const [message] = answerMessages(refused({ nearest, confidence: 0.1 }), sampleSetting());
    const shown = shownIn(message?.blocks ?? []);
    expect(shown).toContain('原文没有直接回答；最接近的几处：');
    expect(shown).toContain('「建成养老院5所」');
    expect(message?.text).toContain('新增床位300张');
    expect(linksIn(message?.blocks ?? [])).toHaveLength(2);
    const opened = buttonsIn(message?.blocks ?? [], openSource);
    expect(opened.map(({ value }) => openSource.read(value).passageId)).toEqual(['p-1', 'p-2']);
  });

  test('is set large where it is very likely what was meant', () => {
    const [message] = answerMessages(
      refused({ nearest: [near('建成养老院5所')], confidence: 0.45 }),
      sampleSetting(),
    );
    expect(message?.blocks.find(({ type }) => type === 'header')).toMatchObject({
      text: { text: '建成养老院5所' },
    });
  });

  test.each(INJECTIONS)('can do nothing: %s', (quote) => {
    const nearest = Array.from({ length: 5 }, (_, at) => near(quote.repeat(3), at));
    for (const confidence of [0, 0.45])
      for (const message of answerMessages(
        refused({ nearest, confidence, suggestions: [quote] }),
        sampleSetting(),
      ))
        expectAccepted(message, () => false);
  });
});

describe('questions to go on with', () => {
  const suggestions = ['样例区2025年城镇化率的目标是多少？', '谁负责？'];

  test('are buttons that ask them where the conversation goes on', () => {
    const [message] = answerMessages(refused({ outcome: 'guide', suggestions }), sampleSetting());
    const asked = buttonsIn(message?.blocks ?? [], askNext);
    expect(asked.map(({ value }) => askNext.read(value).question)).toEqual(suggestions);
  });

  test('are words elsewhere', () => {
    const [message] = answerMessages(
      refused({ outcome: 'guide', suggestions }),
      sampleSetting({ canNarrow: false }),
    );
    expect(shownIn(message?.blocks ?? [])).toContain('“谁负责？”');
  });
});
