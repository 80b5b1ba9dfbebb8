import type { types } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { answerMessages } from '../../../../src/channels/slack/render/answer-messages.ts';
import type { Answer, Citation, Claim } from '../../../../src/model.ts';
import { sampleAnswer } from '../../fake-app.ts';
import { sampleInfo } from '../../sample-document.ts';
import { sampleCitation, sampleSetting } from './sample-setting.ts';
import { expectAccepted, shownIn } from './shown.ts';

const documents = [sampleInfo, { ...sampleInfo, id: 'other-plan', shortTitle: '邻区“十四五”规划' }];

function compared(claims: readonly Claim[], citations: readonly Citation[]): Answer {
  const lines = claims.map(
    ({ text, citations: marks }) => text + marks.map((n) => `[${n}]`).join(''),
  );
  return sampleAnswer({
    kind: 'comparison',
    answer: lines.join('\n'),
    claims,
    citations,
    notes: [],
  });
}

function blocksOf(answer: Answer): readonly types.KnownBlock[] {
  const messages = answerMessages(answer, sampleSetting({ documents }));
  for (const message of messages) expectAccepted(message);
  return messages.flatMap(({ blocks }) => blocks);
}

const tableIn = (blocks: readonly types.KnownBlock[]): string[][] | undefined => {
  const table = blocks.find((block) => block.type === 'table');
  return table?.rows.map((row) => row.map((cell) => ('text' in cell ? String(cell.text) : '')));
};

const here = sampleCitation({ n: 1, headingPath: ['一、2024年执行情况', '（一）运行平稳'] });
const there = sampleCitation({ n: 2, documentId: 'other-plan' });
const later = sampleCitation({ n: 2, headingPath: ['三、2025年重点任务'] });

describe('a comparison', () => {
  test('is a table of documents, words as claimed; what several prove stands above', () => {
    const blocks = blocksOf(
      compared(
        [
          { text: '由高到低：邻区80 ＞ 样例区75。', citations: [2, 1] },
          { text: '样例区城镇化率：2025年目标75%。', citations: [1] },
          { text: '邻区城镇化率：2025年目标80%。', citations: [2] },
        ],
        [here, there],
      ),
    );
    expect(shownIn(blocks.slice(0, 1))).toBe('由高到低：邻区80 ＞ 样例区75。 [2] [1]');
    expect(tableIn(blocks)).toEqual([
      ['文件', '内容', '依据'],
      ['样例区“十四五”规划', '样例区城镇化率：2025年目标75%。', '[1]'],
      ['邻区“十四五”规划', '邻区城镇化率：2025年目标80%。', '[2]'],
    ]);
  });

  test('of years within one document tells its chapters apart', () => {
    const blocks = blocksOf(
      compared(
        [
          { text: '覆盖率达到80%以上。', citations: [1] },
          { text: '覆盖率达到90%。', citations: [2] },
        ],
        [here, later],
      ),
    );
    expect(tableIn(blocks)).toEqual([
      ['章节', '内容', '依据'],
      ['一、2024年执行情况', '覆盖率达到80%以上。', '[1]'],
      ['三、2025年重点任务', '覆盖率达到90%。', '[2]'],
    ]);
  });

  test('is plain lines where nothing stands side by side', () => {
    const one = blocksOf(compared([{ text: '目标75%。', citations: [1] }], [here]));
    const same = blocksOf(
      compared(
        [
          { text: '目标75%。', citations: [1] },
          { text: '目标76%。', citations: [1] },
        ],
        [here],
      ),
    );
    for (const blocks of [one, same]) {
      expect(tableIn(blocks)).toBeUndefined();
      expect(shownIn(blocks)).toContain('目标75%。 [1]');
    }
  });

  test('is plain lines where it is too much for a table', () => {
    const claims = Array.from({ length: 12 }, (_, at) => ({
      text: `${at % 2 === 0 ? '样例区' : '邻区'}${'很长的一句'.repeat(180)}。`,
      citations: [(at % 2) + 1],
    }));
    const blocks = blocksOf(compared(claims, [here, there]));
    expect(tableIn(blocks)).toBeUndefined();
    for (const { text } of claims) expect(shownIn(blocks)).toContain(text);
  });
});
