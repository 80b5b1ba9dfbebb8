import type { RequestListener } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { YoujuError } from '../../errors.ts';
import {
  type ConnectedSlack,
  connectSlack,
  type SlackHealth,
  type SlackOptions,
} from './connect-slack.ts';
import { failureDetails } from './delivery/failure-reason.ts';

export interface RunningSlack {
  /** For requests under /slack/. */
  readonly requests: RequestListener;
  health(): SlackHealth;
  denialOf: ConnectedSlack['denialOf'];
  /** Takes no more questions and lets those under way finish, for a bounded time. */
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Answers in Slack until closed. Throws SLACK_REFUSED for tokens that Slack does not take; while Slack cannot be reached
 * it resolves all the same and goes on trying.
 */
export async function startSlack(options: SlackOptions): Promise<RunningSlack> {
  const { config, log } = options;
  const closing = new AbortController();
  let connected: ConnectedSlack | undefined;
  const keepTrying = async (): Promise<void> => {
    for (
      let pauseMs = FIRST_PAUSE_MS;
      !connected;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    ) {
      await setTimeout(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (closing.signal.aborted) return;
      try {
        connected = await connectSlack(options);
      } catch (error) {
        log.warn(failureDetails(error), 'Slack still cannot be reached');
      }
    }
  };
  let trying = Promise.resolve();
  try {
    connected = await connectSlack(options);
  } catch (error) {
    if (error instanceof YoujuError) throw error;
    log.warn(failureDetails(error), 'Slack cannot be reached, trying on');
    trying = keepTrying();
  }
  const transport = config.slack.transport ?? 'socket';
  const idle = { running: 0, waiting: 0 };
  return {
    requests: (request, response) => {
      if (connected?.requests) connected.requests(request, response);
      else response.writeHead(transport === 'http' ? 503 : 404).end();
    },
    health: () =>
      connected?.health() ?? { transport, connectedSeconds: null, queue: idle, unfinished: null },
    denialOf: async (caller) =>
      connected ? connected.denialOf(caller) : '暂时连不上 Slack，不知道您能不能提问，请稍后再试。',
    close: async () => {
      closing.abort();
      await trying;
      await connected?.close();
    },
  };
}
