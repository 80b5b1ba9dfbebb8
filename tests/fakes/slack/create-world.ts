import { announce } from './announce.ts';
import { DroppedFiles } from './dropped-files.ts';
import { LinkPreviews } from './link-previews.ts';
import { Messages } from './messages.ts';
import { type Clock, createTimestamps } from './moments.ts';
import { ResponseUrls } from './response-urls.ts';
import { Sessions } from './sessions.ts';
import { Steps } from './steps.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import {
  type ChannelOptions,
  defaultChannels,
  defaultMembers,
  type Member,
  Workspace,
} from './workspace.ts';
import type { Organisation, World } from './world.ts';

export interface WorldOptions {
  /** The organisation that installed the app for these workspaces; else the one workspace did. */
  readonly organisation?: Organisation;
  /** Scopes really granted, when a test takes some away; default those of the manifest. */
  readonly scopes?: readonly string[];
  readonly members?: readonly Member[];
  readonly channels?: readonly ChannelOptions[];
  /** Milliseconds since 1970; ages of triggers, response URLs, streams, and rates go by it. */
  readonly clock?: Clock;
  /** How long a press may show a modal; Slack lets it for three seconds. */
  readonly triggerLifetimeMs?: number;
  /** How long a stream takes content. Slack's was seen to be about 306 s. */
  readonly streamLifetimeMs?: number;
  /** Mentions that are meant and no violation: `<@U1>`, `<!here>`. None by default. */
  readonly allowsMention?: (mention: string) => boolean;
}

/** The state of a fake Slack at its start. */
export function createWorld(
  options: WorldOptions,
  parts: Pick<World, 'manifest' | 'random' | 'deliveries' | 'origin' | 'tell'>,
): World {
  const { clock = Date.now } = options;
  const { manifest, tell: changed } = parts;
  let minted = 0;
  const mint = (prefix: string): string => `${prefix}${String(++minted).padStart(6, '0')}`;
  const nextTs = createTimestamps(clock);
  const world: World = {
    ...parts,
    scopes: new Set(options.scopes ?? manifest.oauth_config.scopes.bot),
    clock,
    nextTs,
    mint,
    workspace: new Workspace(
      options.members ?? defaultMembers,
      options.channels ?? defaultChannels,
    ),
    messages: new Messages(nextTs, changed),
    views: new Views(mint, changed),
    sessions: new Sessions(changed),
    steps: new Steps(mint, changed),
    previews: new LinkPreviews(mint, changed),
    files: new DroppedFiles(mint, parts.origin),
    ...(options.organisation && { organisation: options.organisation }),
    installation: { state: 'installed' },
    triggers: new Triggers(clock, mint, options.triggerLifetimeMs),
    responseUrls: new ResponseUrls(clock, mint),
    violations: [],
    allowsMention: options.allowsMention ?? (() => false),
    streamLifetimeMs: options.streamLifetimeMs ?? 306_000,
    announce: (event) => announce(world, event),
  };
  return world;
}
