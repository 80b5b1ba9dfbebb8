/**
 * A process that remembers conversations beside others.
 * Arguments: the state folder, what its conversations are called, and how many they are.
 */
import { openConversationStore } from '../../src/conversation/conversation-store.ts';
import { sampleTopic } from './sample-topic.ts';

const [stateDir = '', name = '', count = ''] = process.argv.slice(2);
const store = openConversationStore({ stateDir, retentionDays: 30, now: () => new Date() });
for (let turn = 0; turn < Number(count); turn += 1) {
  store.remember(`${name}-${turn}`, sampleTopic({ subject: `${name} ${turn}` }));
  store.remember('shared', sampleTopic({ subject: name }));
}
store.close();
