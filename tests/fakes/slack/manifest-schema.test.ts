import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi } from './call-api.ts';
import { type FakeSlack, readManifest, startFakeSlack } from './fake-slack.ts';
import { manifestErrors } from './manifest-schema.ts';

/** A right manifest with one thing put in another way. @param path keys and indexes with dots */
function withOther(path: string, value: unknown): unknown {
  const manifest: unknown = readManifest('manifest.agent');
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((part, key) => fieldsOf(part)[key], manifest);
  fieldsOf(parent)[last] = value;
  return manifest;
}

// What the path names is an object or a list: the schema says so.
const fieldsOf = (part: unknown) => part as Record<string, unknown>;

describe('the manifests that Youju comes with', () => {
  test.each(['manifest', 'manifest.agent'] as const)('%s is right', (name) => {
    expect(manifestErrors(readManifest(name))).toEqual([]);
  });

  test('differ in nothing but the agent', () => {
    const agent = readManifest('manifest.agent');
    const { agent_view: _, ...features } = agent.features;
    const { bot } = agent.oauth_config.scopes;
    const { bot_events: events } = agent.settings.event_subscriptions;
    const onlyAgents = [
      'agent_session_stopped',
      'agent_session_title_changed',
      'app_context_changed',
    ];
    expect(readManifest('manifest')).toEqual({
      ...agent,
      features,
      oauth_config: { scopes: { bot: bot.filter((scope) => scope !== 'assistant:write') } },
      settings: {
        ...agent.settings,
        event_subscriptions: { bot_events: events.filter((event) => !onlyAgents.includes(event)) },
      },
    });
  });

  test('ask for the scope of every event', () => {
    const needed = {
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
      link_shared: 'links:read',
    } as const;
    const { oauth_config: oauth, settings } = readManifest('manifest');
    for (const [event, scope] of Object.entries(needed)) {
      expect(settings.event_subscriptions.bot_events).toContain(event);
      expect(oauth.scopes.bot).toContain(scope);
    }
  });
});

describe('a manifest', () => {
  const long = '长'.repeat(5_000);
  const shortcut = { name: '查', type: 'global', callback_id: 'x', description: '一' };
  const events = 'settings.event_subscriptions.bot_events';

  test.each([
    ['too long a name', 'display_information.name', long],
    ['no name', 'display_information.name', ''],
    ['too long a description', 'display_information.description', long],
    ['too short a long description', 'display_information.long_description', '短'],
    ['a colour that is none', 'display_information.background_color', 'red'],
    ['too long a name of the bot', 'features.bot_user.display_name', long],
    ['too long a shortcut', 'features.shortcuts.2', { ...shortcut, name: '查'.repeat(25) }],
    ['a shortcut of a third kind', 'features.shortcuts.2', { ...shortcut, type: 'other' }],
    ['a command without its slash', 'features.slash_commands.0.command', 'plan'],
    ['too long a command', 'features.slash_commands.0.command', `/${'p'.repeat(32)}`],
    ['six domains', 'features.unfurl_domains', ['a.cn', 'b.cn', 'c.cn', 'd.cn', 'e.cn', 'f.cn']],
    ['a domain twice', 'features.unfurl_domains', ['a.cn', 'a.cn']],
    ['an address for a domain', 'features.unfurl_domains', ['https://a.cn']],
    ['five prompts', 'features.agent_view.suggested_prompts.4', { title: '五', message: '五' }],
    ['too long an agent', 'features.agent_view.agent_description', '长'.repeat(301)],
    ['an event nobody knows', `${events}.0`, 'message'],
    ['an event twice', `${events}.1`, 'agent_session_stopped'],
    ['a scope nobody asked for', 'oauth_config.scopes.bot.0', 'stars:read'],
    ['a key nobody knows', 'features.rich_previews', {}],
    ['another runtime', 'settings.function_runtime', 'slack'],
    ['a step without outputs', 'functions.ask_step.output_parameters', undefined],
    ['a parameter of no type', 'functions.ask_step.input_parameters.properties.n', { type: 'x' }],
    ['another version', '_metadata.major_version', 1],
  ])('is refused with %s', (_, path, value) => {
    const errors = manifestErrors(withOther(path, value));
    expect(errors).toHaveLength(1);
    const [top = ''] = path.split('.');
    expect(errors[0]?.pointer).toContain(top);
  });
});

describe('apps.manifest.validate', () => {
  let slack: FakeSlack;

  beforeEach(async () => {
    slack = await startFakeSlack();
  });

  afterEach(() => slack.close());

  const validate = (manifest: unknown, token = 'xoxe-configuration') =>
    callApi(slack, 'apps.manifest.validate', { manifest: JSON.stringify(manifest) }, token);

  test('says what is wrong, and where', async () => {
    expect(await validate(readManifest('manifest'))).toEqual({ ok: true, errors: [] });
    const wrong = withOther('display_information.name', '长'.repeat(36));
    expect(await validate(wrong)).toMatchObject({
      ok: false,
      error: 'invalid_manifest',
      errors: [{ pointer: '/display_information/name' }],
    });
  });

  test('wants a token for configurations', async () => {
    expect(await validate({}, slack.botToken)).toMatchObject({ error: 'not_allowed_token_type' });
  });
});
