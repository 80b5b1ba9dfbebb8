import { z } from 'zod';

/**
 * The parts of Slack's app manifest (schema 2.0.0) that Youju uses, with Slack's limits.
 * Stricter than Slack: keys, events and scopes that Youju has no use for are refused.
 */

const EVENTS = [
  'agent_session_stopped',
  'agent_session_title_changed',
  'app_context_changed',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'function_executed',
  'link_shared',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
] as const;

const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'files:read',
  'files:write',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'links:read',
  'links:write',
  'users:read',
] as const;

const text = (max: number, min = 1) => z.string().min(min).max(max);
const address = (max: number) => text(max).regex(/^https?:\/\//u);
const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const uniqueList = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(item).max(max).refine(isUnique, 'items must be unique');

const prompt = z.strictObject({ title: text(255), message: text(4_000) });

const features = z.strictObject({
  app_home: z.strictObject({
    home_tab_enabled: z.boolean(),
    messages_tab_enabled: z.boolean(),
    messages_tab_read_only_enabled: z.boolean(),
  }),
  bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
  agent_view: z
    .strictObject({ agent_description: text(300), suggested_prompts: z.array(prompt).max(4) })
    .optional(),
  shortcuts: z
    .array(
      z.strictObject({
        name: text(24),
        type: z.enum(['message', 'global']),
        callback_id: text(255),
        description: text(150),
      }),
    )
    .min(1)
    .max(10),
  slash_commands: z
    .array(
      z.strictObject({
        command: text(32, 2).startsWith('/'),
        url: address(3_000).optional(),
        description: text(2_000),
        usage_hint: text(1_000).optional(),
        should_escape: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(50),
  unfurl_domains: uniqueList(text(255).regex(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/u), 5).min(1),
});

const parameters = z.object({
  properties: z.record(
    z.string(),
    z.object({
      type: z.enum(['string', 'boolean', 'integer', 'number']),
      title: z.string().optional(),
      description: z.string().optional(),
    }),
  ),
  required: z.array(z.string()).optional(),
});

const step = z.strictObject({
  title: z.string(),
  description: z.string(),
  input_parameters: parameters,
  output_parameters: parameters,
});

const settings = z.strictObject({
  event_subscriptions: z.strictObject({
    request_url: address(3_500).optional(),
    bot_events: uniqueList(z.enum(EVENTS), 100),
  }),
  interactivity: z.strictObject({
    is_enabled: z.boolean(),
    request_url: address(3_500).optional(),
  }),
  org_deploy_enabled: z.boolean(),
  socket_mode_enabled: z.boolean(),
  token_rotation_enabled: z.boolean(),
  function_runtime: z.literal('remote'),
});

export const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4_000, 175).optional(),
    background_color: z.string().regex(/^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$/u),
  }),
  features,
  oauth_config: z.strictObject({
    redirect_urls: uniqueList(z.string().max(2_500), 1_000).optional(),
    scopes: z.strictObject({ bot: uniqueList(z.enum(SCOPES), 255) }),
  }),
  settings,
  functions: z
    .record(z.string(), step)
    .refine((functions) => Object.keys(functions).length <= 50, 'at most 50 functions'),
});

export type AppManifest = z.infer<typeof manifestSchema>;

/** What is wrong with a manifest, as `apps.manifest.validate` says it; empty when nothing is. */
export function manifestErrors(manifest: unknown): { message: string; pointer: string }[] {
  const { error } = manifestSchema.safeParse(manifest);
  return (error?.issues ?? []).map(({ message, path }) => ({
    message,
    pointer: `/${path.map(String).join('/')}`,
  }));
}
