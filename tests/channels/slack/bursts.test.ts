import { expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { SlackMessage } from '../../fakes/slack/messages.ts';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import { defaultMembers } from '../../fakes/slack/workspace.ts';
import { sampleAnswer } from '../fake-app.ts';
import { finalReply } from './reply-mark.ts';
import { openTestWorld, type SlackWorld } from './slack-world.ts';

const PEOPLE = Array.from({ length: 200 }, (_, at) => ({
  id: `UB${String(at).padStart(3, '0')}`,
  name: `同事${at}`,
  team_id: 'T1',
}));

/** Answers without looking anything up, one after the other, as the processor would. */
const taking =
  (ms: number) =>
  (app: App): App => {
    let last = Promise.resolve();
    return {
      ...app,
      ask: (question) => {
        last = last.then(() => new Promise((resolve) => setTimeout(resolve, ms)));
        return last.then(() => ({ ...sampleAnswer(), question }));
      },
    };
  };

const repliesTo = ({ slack }: SlackWorld, channel: string): SlackMessage[] =>
  slack
    .channel(channel)
    .filter(({ user, visibleTo }) => user === 'UBOT' && visibleTo === undefined);

test.each([false, true])(
  'when 200 people write at once, signs make room for answers (with an agent: %s)',
  async (isAgent) => {
    const world = await openTestWorld({
      isAgent,
      wrap: taking(40),
      slack: { rateLimits: {}, members: [...defaultMembers, ...PEOPLE] },
    });
    const { slack } = world;
    const asked = await Promise.all(
      PEOPLE.map(({ id }) => slack.person(id).direct('常住人口城镇化率的目标是多少？')),
    );
    const places = () =>
      PEOPLE.flatMap(({ id }) => slack.ephemerals(id)).filter((one) =>
        /前面还有 ?\d+ ?个问题/u.test(renderForPeople(one)),
      );
    await slack.until(() => places().length > 10);
    // Whoever has an answer is not looked at again: looking takes longer than answering.
    let waiting = asked;
    const stillWaiting = () =>
      waiting.filter(({ channel }) => finalReply(repliesTo(world, channel)) === undefined);
    await slack.until(
      () => {
        waiting = stillWaiting();
        return waiting.length === 0;
      },
      { timeoutMs: 120_000 },
    );
    for (const { channel } of asked)
      expect(repliesTo(world, channel).map(renderForPeople).join()).toContain('依据');
    for (const { channel } of asked) expect(repliesTo(world, channel)).toHaveLength(1);
    const limited = world.log.filter(
      (line) => line.includes('ratelimited') && /chat\.(?:postMessage|update)/u.test(line),
    );
    expect(limited).toEqual([]);
  },
);
