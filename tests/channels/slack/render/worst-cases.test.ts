import { describe, expect, test } from 'vitest';
import { openSource } from '../../../../src/channels/slack/render/actions.ts';
import {
  answerMessages,
  noticeMessage,
} from '../../../../src/channels/slack/render/answer-messages.ts';
import type { Answer, DocumentInfo } from '../../../../src/model.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { INJECTIONS, sampleCitation, sampleSetting } from './sample-setting.ts';
import { buttonsIn, expectAccepted, linksIn, shownIn, withoutSpace } from './shown.ts';

/** But for line breaks. */
const UNPRINTABLE = /(?!\n)[\p{Cc}\u202c\u202e]/gu;
const TITLE = `《${'& < > | * 𠮷👩‍👩‍👧‍👦'.repeat(12)}》`;
const SENTENCE = '到2025年，常住人口城镇化率达到75%左右，比2020年提高9.4个百分点；';

function citedBy(count: number): Pick<Answer, 'answer' | 'claims' | 'citations'> {
  const text = SENTENCE.repeat(40).slice(0, 700);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return {
    answer: text + numbers.map((n) => `[${n}]`).join(''),
    claims: [{ text, citations: numbers }],
    citations: numbers.map((n) =>
      sampleCitation({
        n,
        documentId: `document-${n}-${'x'.repeat(180)}`,
        documentTitle: TITLE,
        headingPath: [TITLE, TITLE, TITLE, TITLE],
        page: 12_345,
        quote: Array.from({ length: 30 }, (_, part) => `${part}${SENTENCE}`).join('……'),
        passage: Array.from({ length: 30 }, (_, part) => `${part}${SENTENCE}`).join(''),
        url: `https://plans.test/documents/${'x'.repeat(180)}#p-${n}`,
      }),
    ),
  };
}

const bigDocuments: readonly DocumentInfo[] = Array.from({ length: 20 }, (_, at) => ({
  ...sampleInfo,
  id: `document-${at + 1}-${'x'.repeat(180)}`,
  shortTitle: TITLE,
}));

describe('the longest answer', () => {
  test('with 20 sources and the longest titles and quotes comes in messages Slack takes', () => {
    const messages = answerMessages(
      sampleAnswer({ ...citedBy(20), model: TITLE, notes: Array(10).fill(SENTENCE.repeat(20)) }),
      sampleSetting({
        answerId: 'a'.repeat(64),
        documents: bigDocuments,
        scope: bigDocuments.map(({ id }) => id),
        canShare: true,
        asked: { question: SENTENCE.repeat(1_000) },
      }),
    );
    for (const message of messages) expectAccepted(message);
    expect(messages.length).toBeLessThanOrEqual(5);
    const blocks = messages.flatMap((message) => message.blocks);
    expect(buttonsIn(blocks, openSource)).toHaveLength(20);
    for (const { value } of buttonsIn(blocks, openSource))
      expect(openSource.read(value).ranges).toHaveLength(30);
    expect(new Set(linksIn(blocks))).toHaveLength(20);
    expect(shownIn(blocks)).toContain(citedBy(20).claims[0]?.text);
  });

  test('with 20 sources of ordinary length is one message', () => {
    const citations = Array.from({ length: 20 }, (_, at) => sampleCitation({ n: at + 1 }));
    const claims = citations.map(({ n }) => ({ text: `第${n}句，达到${n}%。`, citations: [n] }));
    const answer = claims.map(({ text }, at) => `${text}[${at + 1}]`).join('\n');
    const messages = answerMessages(sampleAnswer({ citations, claims, answer }), sampleSetting());
    for (const message of messages) expectAccepted(message);
    expect(messages).toHaveLength(1);
  });

  test('that is far too long is split between sentences, marks with their sentence', () => {
    const claims = Array.from({ length: 300 }, (_, at) => ({
      text: `第${at + 1}句：${SENTENCE.repeat(2)}到此为止。`,
      citations: [1],
    }));
    const answer = claims.map(({ text }) => `${text}[1]`).join('\n');
    const messages = answerMessages(sampleAnswer({ claims, answer }), sampleSetting());
    for (const message of messages) expectAccepted(message);
    expect(messages.length).toBeGreaterThan(1);
    const blocks = messages.flatMap((message) => message.blocks);
    const shown = withoutSpace(shownIn(blocks));
    for (const { text } of claims) expect(shown).toContain(`${text}[1]`);
    for (const block of blocks.filter(({ type }) => type === 'rich_text'))
      expect(shownIn([block])).not.toMatch(/^ ?\[\d/u);
    expect(messages.slice(1).map(({ text }) => text)).toEqual(
      messages.slice(1).map(() => '（接上一条消息）'),
    );
  });

  test('in the words of a whole message text keeps to what an update takes', () => {
    const message = noticeMessage('&'.repeat(5_000));
    expectAccepted(message);
    expect(message.text).toMatch(/^(?:&amp;)+……$/u);
  });
});

describe('what people or documents write', () => {
  test('comes out inert wherever it stands', () => {
    for (const evil of INJECTIONS) {
      const citation = sampleCitation({
        documentId: 'gone',
        documentTitle: evil,
        headingPath: [evil, evil],
        quote: evil,
        passage: evil,
      });
      const messages = answerMessages(
        sampleAnswer({
          kind: 'comparison',
          answer: `${evil}[1]\n${evil}[2]`,
          claims: [
            { text: evil, citations: [1] },
            { text: evil, citations: [2] },
          ],
          citations: [citation, sampleCitation({ n: 2 })],
          notes: [evil],
          model: evil,
        }),
        sampleSetting({
          documents: [{ ...sampleInfo, shortTitle: evil }],
          scope: [sampleInfo.id],
          asked: { question: evil },
        }),
      );
      for (const message of messages) {
        expectAccepted(message);
        expect(message.text).not.toMatch(/[<>*_~`]/u);
        expect(shownIn(message.blocks)).not.toMatch(UNPRINTABLE);
        expect(JSON.stringify(message.blocks)).not.toMatch(/"mrkdwn"|"emoji":true/u);
        expect(linksIn(message.blocks).every((url) => url.startsWith('https://plans.test/'))).toBe(
          true,
        );
      }
      const table = messages.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'table');
      expect(shownIn([table])).toContain(evil.replace(UNPRINTABLE, ''));
    }
  });

  test('in a link stays one label', () => {
    const [message] = answerMessages(
      sampleAnswer({ citations: [sampleCitation({ headingPath: ['一\n二|三'] })] }),
      sampleSetting(),
    );
    expect(shownIn(message?.blocks ?? [])).toContain('样例区“十四五”规划 · 一 二|三 · 第1页');
  });
});
