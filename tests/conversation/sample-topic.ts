import type { Topic } from '../../src/conversation/resolve-turn.ts';

export const sampleTopic = (changes: Partial<Topic> = {}): Topic => ({
  places: ['淄川区'],
  years: [2025],
  subject: '常住人口城镇化率',
  asking: '多少',
  context: '',
  focus: ['80ba65a2bf6e1cf8'],
  ...changes,
});
