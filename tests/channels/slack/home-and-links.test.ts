import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderForPeople } from '../../fakes/slack/render-for-people.ts';
import type { ShownView } from '../../fakes/slack/views.ts';
import { expectNoViolations, openSlackWorld, type SlackWorld } from './slack-world.ts';

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await openSlackWorld({
      transport,
      env: { YOUJU_SLACK_ADMINS: 'U2', YOUJU_PUBLIC_URL: 'https://youju.example.com' },
    });
  });
  afterEach(() => expectNoViolations(world));
  afterAll(() => world.close());

  const homeOf = async (user: string): Promise<ShownView> => {
    await world.slack.person(user).openHome('home');
    return world.slack.until(() => world.slack.home(user));
  };

  test('home tells everybody what is known and how to ask', async () => {
    const home = renderForPeople(await homeOf('U1'));
    for (const { shortTitle } of world.app.documents()) expect(home).toContain(shortTitle);
    expect(home).toContain('怎么问');
    expect(home).not.toContain('管理');
  });

  test.each(['U2', 'UADMIN'])('%s, who looks after it, switches channels', async (user) => {
    const home = await homeOf(user);
    expect(renderForPeople(home)).toContain('反馈');
    await world.slack.person(user).click(home, 'followups_start', { choose: 'C2' });
    await expect.poll(() => world.app.settings.hasFollowUps('C2')).toBe(true);
    const changed = await world.slack.until(() => {
      const now = world.slack.home(user);
      return now && now.hash !== home.hash ? now : undefined;
    });
    await world.slack.person(user).click(changed, 'followups_end');
    await expect.poll(() => world.app.settings.hasFollowUps('C2')).toBe(false);
  });

  test('a link of our own shows where it leads', async () => {
    const { slack, app } = world;
    const [passage] = await app.search('常住人口城镇化率');
    if (!passage) throw new Error('nothing found');
    const { documentId, id } = passage.passage;
    const url = `https://youju.example.com/documents/${documentId}#p-${id}`;
    slack.world.manifest.features.unfurl_domains.splice(0, 1, 'youju.example.com');
    await slack.person('U1').shareLink('C1', url);
    const call = await slack.until(() => slack.calls('chat.unfurl')[0]);
    expect(JSON.stringify(call.args)).toContain('城镇化率');
  });

  test('a link to a document we do not have shows nothing', async () => {
    const { slack } = world;
    const before = slack.calls('chat.unfurl').length;
    await slack.person('U1').shareLink('C1', 'https://youju.example.com/documents/none');
    await homeOf('U1');
    expect(slack.calls('chat.unfurl')).toHaveLength(before);
  });
});

test('an agent suggests what to ask', async () => {
  const world = await openSlackWorld({ isAgent: true });
  await world.slack.person('U1').openHome('messages');
  const call = await world.slack.until(
    () => world.slack.calls('assistant.threads.setSuggestedPrompts')[0],
  );
  expect(JSON.stringify(call.args)).toContain('目标是多少');
  expectNoViolations(world);
  await world.close();
});
