import { once } from 'node:events';
import type { Command } from 'commander';
import { openApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju serve
  YOUJU_PORT=3001 youju serve`;

const OPEN_WARNING =
  '注意：其他机器也能打开网页，而且不用登录。请设置 YOUJU_PASSWORD 或 YOUJU_AUTH_HEADER。\n';

async function untilInterrupted(signals: NodeJS.EventEmitter): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(signals, 'SIGINT', { signal }), once(signals, 'SIGTERM', { signal })]);
  settled.abort();
}

async function serve(terminal: Terminal): Promise<void> {
  const config = await loadTerminalConfig(terminal, {});
  const [{ createLogger }, { isOpenToNetwork }] = await Promise.all([
    import('../../log.ts'),
    import('../../config.ts'),
  ]);
  const log = createLogger(config.logLevel);
  const app = await openApp(terminal, config, log);
  try {
    const [{ createWebApp }, { listen }, { loadAssets }] = await Promise.all([
      import('../web/create-web-app.ts'),
      import('../web/listen.ts'),
      import('../web/assets.ts'),
    ]);
    const assets = await loadAssets();
    const web = await listen(createWebApp({ app, assets, log, config: config.web }), config);
    if (isOpenToNetwork(config)) await write(terminal.stderr, OPEN_WARNING);
    await write(terminal.stdout, `有据已启动：${web.address}（按 Ctrl-C 停止）\n`);
    await untilInterrupted(terminal.signals);
    await web.close();
  } finally {
    await app.close();
  }
}

export function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('启动网页；索引缺失或过期时先自动建好')
    .usage('')
    .addHelpText('after', EXAMPLES)
    .action(() => serve(terminal));
}
