import type { Command } from 'commander';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例（写进助手的设置）：
  {"mcpServers":{"youju":{"command":"youju","args":["mcp"]}}}`;

async function serve(terminal: Terminal): Promise<void> {
  const config = await loadTerminalConfig(terminal);
  const [{ createLogger }, { serveStdio }] = await Promise.all([
    import('../../log.ts'),
    import('../mcp/serve-stdio.ts'),
  ]);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  terminal.signals.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    await withApp(terminal, config, (app) =>
      serveStdio({
        app,
        publicUrl: config.publicUrl,
        log: createLogger(config.logLevel),
        input: terminal.stdin,
        write: (text) => write(terminal.stdout, text),
        signal: stopped.signal,
      }),
    );
  } finally {
    terminal.signals.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

export function addMcpCommand(program: Command, terminal: Terminal): void {
  program
    .command('mcp')
    .description('供其他助手调用（MCP，标准输入输出）：提问、检索、读原文、核对句子')
    .usage('')
    .addHelpText('after', EXAMPLES)
    .action(() => serve(terminal));
}
