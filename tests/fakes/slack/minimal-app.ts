import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';

/** A Bolt app with no listeners yet, and how to run it. */
export interface MinimalApp {
  readonly app: App;
  readonly start: () => Promise<void>;
  /** @throws what listeners threw, unless the test set its own `app.error`: Bolt would swallow it */
  readonly stop: () => Promise<void>;
}

export type TransportName = 'socket' | 'http';

export interface MinimalAppOptions {
  /** How long the client waits for a pong before it takes the connection for dead. */
  readonly clientPingTimeoutMs?: number;
}

const ignore = (): void => undefined;

/** Bolt logs each broken connection; these tests break them on purpose. */
const quiet: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
};

/** The real Bolt, set up so that it runs against a fake Slack and gives its socket back at once. */
export function createMinimalApp(
  slack: FakeSlack,
  transport: TransportName,
  { clientPingTimeoutMs = 2_000 }: MinimalAppOptions = {},
): MinimalApp {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: slack.signingSecret, logger: quiet })
      : new SocketModeReceiver({
          appToken: slack.appToken,
          clientPingTimeout: clientPingTimeoutMs,
          autoReconnectEnabled: false,
          installerOptions: { clientOptions: { ...clientOptions } },
          logger: quiet,
        });
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions,
    convoStore: false,
    deferInitialization: true,
    logger: quiet,
  });
  const errors: Error[] = [];
  app.error(async (error) => void errors.push(error));
  const connection =
    receiver instanceof SocketModeReceiver ? keepConnected(receiver.client) : undefined;
  const start = async (): Promise<void> => {
    await app.init();
    if (connection) {
      await connection.open();
      return;
    }
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    // The receiver gives back Node's server, listening.
    const { port } = (server as { address(): AddressInfo }).address();
    slack.http.sendTo(`http://127.0.0.1:${port}`);
  };
  const stop = async (): Promise<void> => {
    await (connection ? connection.close() : app.stop());
    if (errors.length > 0) {
      throw new AggregateError(errors, 'Listeners failed');
    }
  };
  return { app, start, stop };
}

const RETRY_MS = 20;

/** Bolt's own reconnecting leaves promises that nobody listens to: this one connects again by itself. */
function keepConnected(client: SocketModeReceiver['client']): {
  open(): Promise<void>;
  close(): Promise<void>;
} {
  const closing = new AbortController();
  let opening: Promise<void> | undefined;
  const connect = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await client.start();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };
  const open = (): Promise<void> => {
    opening ??= connect().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  client.on('disconnected', () => {
    void open();
  });
  return {
    open,
    close: async () => {
      closing.abort();
      await client.disconnect();
    },
  };
}
