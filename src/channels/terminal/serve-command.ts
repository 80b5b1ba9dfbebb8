import { once } from 'node:events';
import type { Command } from 'commander';
import type { App } from '../../app.ts';
import { hasEditors } from '../../config/web-config.ts';
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import type { McpRequests } from '../mcp/mcp-requests.ts';
import type { SlackOptions } from '../slack/connect-slack.ts';
import type { RunningSlack } from '../slack/start-slack.ts';
import { openApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju serve
  YOUJU_PORT=3001 youju serve`;

const OPEN_WARNING =
  '注意：其他机器也能打开网页，而且不用登录。请设置 YOUJU_PASSWORD 或 YOUJU_AUTH_HEADER。\n';

/** Slack's package forgets a timer of half a minute where a socket breaks as it is closed. */
const ENDS_WITHIN_MS = 2_000;
/** A large file over a slow line. */
const UPLOAD_WITHIN_MS = 10 * 60_000;

async function untilInterrupted(signals: NodeJS.EventEmitter): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(signals, 'SIGINT', { signal }), once(signals, 'SIGTERM', { signal })]);
  settled.abort();
}

/** How much longer a connection is held than a model may take, so that the answer without it still comes. */
const GRACE_MS = 40_000;

/** Nothing moves on a connection while a model thinks. */
const idleMsFor = ({ openai }: Config): number =>
  (openai.chatModel === null ? 20_000 : openai.answerSeconds * 1000) + GRACE_MS;

async function serve(terminal: Terminal): Promise<void> {
  const config = await loadTerminalConfig(terminal, {});
  const [{ createLogger }, { isOpenToNetwork }] = await Promise.all([
    import('../../log.ts'),
    import('../../config.ts'),
  ]);
  const log = createLogger(config.logLevel);
  const app = await openApp(terminal, config, log);
  try {
    const [{ createWebApp }, { listen }, { loadAssets }, { Metrics }, { serveRequests }] =
      await Promise.all([
        import('../web/create-web-app.ts'),
        import('../web/listen.ts'),
        import('../web/assets.ts'),
        import('../metrics.ts'),
        import('./serve-requests.ts'),
      ]);
    const metrics = new Metrics();
    const assets = await loadAssets();
    const { openEditor } = await terminal.loadCore();
    const editor = openEditor(config, log);
    const slack = await serveSlack({ app, config, log, metrics, editor });
    try {
      const { web: webConfig, publicUrl } = config;
      const assistants = await serveAssistants(config, app, slack, log);
      const pages = createWebApp({
        ...{ app, editor, assets, log, publicUrl },
        config: webConfig,
        ...(assistants && { assistants }),
      });
      const web = await listen(serveRequests({ app, web: pages, slack, metrics }), {
        ...config,
        idleMs: idleMsFor(config),
        ...(hasEditors(webConfig) && { requestMs: UPLOAD_WITHIN_MS }),
      });
      if (isOpenToNetwork(config)) await write(terminal.stderr, OPEN_WARNING);
      const also = slack ? saidOfSlack(slack) : '';
      await write(terminal.stdout, `有据已启动：${web.address}${also}（按 Ctrl-C 停止）\n`);
      await untilInterrupted(terminal.signals);
      await Promise.all([slack?.close(), web.close()]);
    } catch (error) {
      await slack?.close();
      throw error;
    }
  } finally {
    await app.close();
    terminal.endWithin(ENDS_WITHIN_MS);
  }
}

const saidOfSlack = (slack: RunningSlack): string =>
  slack.health().connectedSeconds === null
    ? '，暂时连不上 Slack，会继续尝试'
    : '，并在 Slack 里回答';

/** Null where Slack is not set up. */
async function serveSlack(
  parts: Omit<SlackOptions, 'nowMs' | 'random'>,
): Promise<RunningSlack | null> {
  if (parts.config.slack.transport === null) return null;
  const { startSlack } = await import('../slack/start-slack.ts');
  return startSlack({ ...parts, nowMs: Date.now, random: Math.random });
}

/** Undefined where other assistants are not served over HTTP. */
async function serveAssistants(
  config: Config,
  app: App,
  slack: RunningSlack | null,
  log: Logger,
): Promise<McpRequests | undefined> {
  const { mcp, publicUrl, host } = config;
  if (!mcp.isServed) return undefined;
  const [{ createMcpRequests }, { SignIn }] = await Promise.all([
    import('../mcp/mcp-requests.ts'),
    import('../mcp/sign-in.ts'),
  ]);
  const signIn = new SignIn({
    token: mcp.token,
    slackSecret: slack && config.slack.signingSecret,
    slackDenial: async (caller) => slack?.denialOf(caller),
    nowMs: Date.now,
  });
  const hosts = ['localhost', '127.0.0.1', '[::1]', host, new URL(publicUrl).hostname];
  return createMcpRequests({ app, publicUrl, signIn, hosts, log });
}

export function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('启动网页，设了 Slack 令牌时也在 Slack 里回答；索引缺失或过期时先自动建好')
    .usage('')
    .addHelpText('after', EXAMPLES)
    .action(() => serve(terminal));
}
