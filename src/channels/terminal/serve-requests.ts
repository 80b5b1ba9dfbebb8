import type { RequestListener, ServerResponse } from 'node:http';
import type { App } from '../../app.ts';
import type { Metrics } from '../metrics.ts';
import type { RunningSlack } from '../slack/start-slack.ts';

export interface ServedParts {
  readonly app: App;
  readonly web: RequestListener;
  /** Null where Slack is not set up. */
  readonly slack: RunningSlack | null;
  readonly metrics: Metrics;
}

/** Which part of a running Youju answers a request: its state and figures, Slack's events, or the pages. */
export function serveRequests({ app, web, slack, metrics }: ServedParts): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    if (path === '/healthz') {
      const health = { status: 'ok', ...app.health(), slack: slack?.health() ?? null };
      send(response, 'application/json', JSON.stringify(health));
    } else if (path === '/metrics') {
      metrics.text().then(
        (text) => send(response, metrics.contentType, text),
        () => response.writeHead(500).end(),
      );
    } else if (slack && path.startsWith('/slack/')) slack.requests(request, response);
    else web(request, response);
  };
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}
