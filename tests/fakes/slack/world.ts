import type { Ack, Deliveries } from './deliveries.ts';
import type { DroppedFiles } from './dropped-files.ts';
import type { Fields } from './fields.ts';
import type { LinkPreviews } from './link-previews.ts';
import type { AppManifest } from './manifest-schema.ts';
import type { Messages } from './messages.ts';
import type { Clock, Random } from './moments.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Sessions } from './sessions.ts';
import type { Steps } from './steps.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Violation } from './violations.ts';
import type { Workspace } from './workspace.ts';

/** Several workspaces under one roof. */
export interface Organisation {
  readonly id: string;
  readonly teams: readonly string[];
}

/** Everything the parts of the fake share. */
export interface World {
  readonly manifest: AppManifest;
  /** What the bot token may do; from the manifest unless a test takes some away. */
  readonly scopes: ReadonlySet<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly nextTs: () => string;
  /** A new id: prefix and a number that never comes twice. */
  readonly mint: (prefix: string) => string;
  readonly tell: () => void;
  readonly workspace: Workspace;
  readonly messages: Messages;
  readonly views: Views;
  readonly sessions: Sessions;
  readonly steps: Steps;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly previews: LinkPreviews;
  readonly files: DroppedFiles;
  readonly deliveries: Deliveries;
  readonly violations: Violation[];
  /** Whether a mention that would ring somebody is meant. */
  readonly allowsMention: (mention: string) => boolean;
  readonly streamLifetimeMs: number;
  /** What the tokens are worth; a test may uninstall the app. */
  readonly installation: { state: 'installed' | 'uninstalled' | 'revoked' };
  /** Who installed the app, where that is no single workspace. */
  readonly organisation?: Organisation;
  /** `http://127.0.0.1:PORT`, where this fake listens. */
  readonly origin: () => string;
  /** Tells the app of an event if it subscribed to it. */
  readonly announce: (event: Fields) => Promise<Ack | undefined>;
}

/** Whether Slack shows people the app as an agent. */
export const isAgent = ({ manifest }: Pick<World, 'manifest'>): boolean =>
  manifest.features.agent_view !== undefined;

/** Whether the app gets events of this name, as written in its manifest. */
export const isSubscribed = ({ manifest }: Pick<World, 'manifest'>, name: string): boolean =>
  manifest.settings.event_subscriptions.bot_events.some((event) => event === name);
