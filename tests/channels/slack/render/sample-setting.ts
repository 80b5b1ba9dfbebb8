import type { AnswerSetting } from '../../../../src/channels/slack/render/answer-messages.ts';
import type { Citation } from '../../../../src/model.ts';
import { sampleInfo } from '../../sample-document.ts';

/** Of a thread in a channel, with a reader to link to. */
export const sampleSetting = (changes: Partial<AnswerSetting> = {}): AnswerSetting => ({
  answerId: 'answer-1',
  hasPublicUrl: true,
  scope: null,
  documents: [sampleInfo],
  canNarrow: true,
  canShare: false,
  ...changes,
});

export const sampleCitation = (changes: Partial<Citation> = {}): Citation => ({
  n: 1,
  documentId: sampleInfo.id,
  documentTitle: sampleInfo.title,
  headingPath: ['第一章 发展基础', '第一节 发展成就'],
  page: 1,
  lines: [7, 8],
  quote: '全区生产总值达到461.1亿元',
  passageId: 'strength',
  passage: '综合实力稳步提升。全区生产总值达到461.1亿元，<b>不是标签</b>。',
  url: 'https://plans.test/documents/sample-14fyp#p-strength',
  ...changes,
});

/** What people try: none of it may do anything. */
export const INJECTIONS = [
  '<!channel> <!here> <!everyone> <!subteam^S1|@all>',
  '<@U0000001> <#C0000001|general>',
  '<https://evil.test|看这里> https://evil.test mailto:a@evil.test',
  '*粗* _斜_ ~删~ `码` ```块```',
  '> 引用\n- 列表\n1. 列表',
  '&lt;!channel&gt; &amp;amp;',
  'a|b<c>d&e*f',
  ':rotating_light: 👩‍👩‍👧‍👦 𠮷野家 \u202e倒序\u202c \u0007',
] as const;
