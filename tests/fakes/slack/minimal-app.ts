import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './fake-slack.ts';

/** A Bolt app with no listeners yet, and how to run it. */
export interface MinimalApp {
  readonly app: App;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type TransportName = 'socket' | 'http';

export interface MinimalAppOptions {
  /** How often the client pings; it waits as long before it connects again. */
  readonly clientPingTimeoutMs?: number;
}

/** The real Bolt, set up for a fake Slack. */
export function createMinimalApp(
  slack: FakeSlack,
  transport: TransportName,
  { clientPingTimeoutMs = 400 }: MinimalAppOptions = {},
): MinimalApp {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver =
    transport === 'http'
      ? new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: QUIET })
      : new SocketModeReceiver({
          appToken: slack.appToken,
          clientPingTimeout: clientPingTimeoutMs,
          installerOptions: { clientOptions: { ...clientOptions } },
          logLevel: QUIET,
        });
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions,
    convoStore: false,
    deferInitialization: true,
    logLevel: QUIET,
  });
  return {
    app,
    start: async () => {
      await app.init();
      const server = await app.start({ port: 0, host: '127.0.0.1' });
      if (receiver instanceof HTTPReceiver) {
        // The receiver gives back Node's server, listening.
        const { port } = (server as { address(): AddressInfo }).address();
        slack.http.sendTo(`http://127.0.0.1:${port}`);
      }
    },
    stop: async () => {
      if (receiver instanceof SocketModeReceiver) {
        await receiver.client.disconnect();
      } else {
        await app.stop();
      }
    },
  };
}

const QUIET = LogLevel.ERROR;
