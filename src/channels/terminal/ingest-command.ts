import type { Command } from 'commander';
import { ingestWithProgress } from './ingest-with-progress.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju ingest
  youju ingest --force`;

export function addIngestCommand(program: Command, terminal: Terminal): void {
  program
    .command('ingest')
    .description('读取 seeds/ 里的文件，建立索引；没有变化时不重建')
    .usage('[选项]')
    .option('--force', '即使没有变化也全部重建')
    .addHelpText('after', EXAMPLES)
    .action(async ({ force = false }: { force?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const summary = await ingestWithProgress(terminal, config, { force });
      const { changed, documents, passages, embedded, seconds, tokens, warning } = summary;
      const used = tokens > 0 ? `（${tokens.toLocaleString('zh-CN')} 个令牌）` : '';
      const holds = `${documents} 份文件、${passages} 个段落`;
      const said = changed
        ? `索引已建好：${holds}，其中新算向量 ${embedded} 个${used}，用时 ${seconds.toFixed(1)} 秒。`
        : `文件没有变化，索引不用重建：${holds}。`;
      await write(terminal.stdout, `${said}\n`);
      if (warning !== undefined) await write(terminal.stderr, `注意：${warning}\n`);
    });
}
