import { markOf } from '../../tests/channels/slack/reply-mark.ts';
import type { Asked } from './asking.ts';
import { isAnswered, repliesTo } from './replies.ts';
import type { Session } from './session.ts';

const within = (what: string) => ({ what, timeoutMs: 120_000 });

/** What people do beside asking in threads: a private question, a source and the one after it, feedback, the home. */
export async function lookRound({ slack, town }: Session, asked: Asked): Promise<void> {
  await slack.until(() => isAnswered(repliesTo(slack, asked)), within(asked.text));
  const { channel, threadTs, ts } = asked.said;
  const messages = channel.startsWith('D')
    ? slack.channel(channel)
    : slack.thread(channel, threadTs ?? ts);
  const answer = messages.find(({ metadata }) => markOf(metadata)?.answer_id === asked.answerId);
  if (!answer) throw new Error(`the answer is gone: ${asked.text}`);
  const { id } = slack.person(asked.said.message.user ?? '').member;
  const person = slack.person(id);
  await person.click(answer, 'feedback', { choose: 'positive' });
  await person.openHome('home');
  const seen = slack.ephemerals(id).length;
  // Each time somewhere else: one channel may ask so often only.
  const place = town.channels[Math.floor(Number(ts)) % town.channels.length] ?? '';
  await person.slash('/plan', asked.text, place);
  await slack.until(() => slack.ephemerals(id).length > seen, within(`/plan ${asked.text}`));
  const hasSource = JSON.stringify(answer.blocks).includes('"source_open:1"');
  if (!hasSource) return;
  await person.click(answer, 'source_open:1');
  const opened = await slack.until(() => slack.modal(id), within(`source of ${asked.text}`));
  await person.closeView(opened);
}
