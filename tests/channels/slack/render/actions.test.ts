import { describe, expect, test } from 'vitest';
import {
  chosenChannel,
  endFollowUps,
  giveFeedback,
  narrowScope,
  openAsk,
  openSource,
  shareAnswer,
  turnSource,
} from '../../../../src/channels/slack/render/actions.ts';
import { YoujuError } from '../../../../src/errors.ts';

const place = {
  documentId: 'plan',
  passageId: 'p1',
  line: 7,
  ranges: [[0, 4]] as [number, number][],
};

describe('a value of a button', () => {
  test('is read back as it was written', () => {
    expect(openSource.read(openSource.write(place))).toEqual(place);
    expect(giveFeedback.read(giveFeedback.write({ answerId: 'a', isHelpful: false }))).toEqual({
      answerId: 'a',
      isHelpful: false,
    });
    expect(openAsk.read(openAsk.write({}))).toEqual({});
  });

  test('that we did not write is refused in words for the person', () => {
    const foreign = [
      undefined,
      '',
      'not json',
      '{"documentId":"plan"}',
      JSON.stringify({ ...place, line: 0 }),
      JSON.stringify({ ...place, ranges: [[-1, 2]] }),
      `"${'x'.repeat(3_000)}"`,
      7,
    ];
    for (const value of foreign) {
      expect(() => openSource.read(value)).toThrow(YoujuError);
      expect(() => openSource.read(value)).toThrow('已经失效，请重新提问');
    }
    expect(() => shareAnswer.read(JSON.stringify({ answerId: 'a'.repeat(65) }))).toThrow('失效');
    expect(() => endFollowUps.read('{"channelId":"<!channel>"}')).toThrow('失效');
    expect(() => narrowScope.read('{"documentId":""}')).toThrow('失效');
  });

  test('belongs to one action, however many buttons of it stand in a block', () => {
    const actions = [openSource, turnSource, narrowScope, openAsk, endFollowUps, giveFeedback];
    for (const action of actions)
      for (const id of [action.id(), action.id(1), action.id(20)])
        expect(actions.filter(({ pattern }) => pattern.test(id))).toEqual([action]);
  });
});

describe('a channel chosen from the list', () => {
  test('is its id, and nothing else', () => {
    expect(chosenChannel({ type: 'conversations_select', selected_conversation: 'C01' })).toBe(
      'C01',
    );
    for (const payload of [
      null,
      {},
      { selected_conversation: null },
      { selected_conversation: '<' },
    ])
      expect(() => chosenChannel(payload)).toThrow('请再选一次');
  });
});
