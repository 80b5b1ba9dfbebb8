import type { Topic } from '../../src/conversation/topic.ts';

export const sampleTopic = (changes: Partial<Topic> = {}): Topic => ({
  places: ['淄川区'],
  times: ['2025年'],
  subject: '常住人口城镇化率',
  wording: '常住人口城镇化率目标多少',
  asking: '多少',
  context: '',
  former: { places: [], times: [] },
  listed: [],
  focus: ['80ba65a2bf6e1cf8'],
  ...changes,
});
