import type { Command } from 'commander';
import { toPlainLine } from '../plain-text.ts';
import { tellIngested } from './ingest-command.ts';
import { ingestWithProgress } from './ingest-with-progress.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju remove zibo-2025-plan`;

export function addRemoveCommand(program: Command, terminal: Terminal): void {
  program
    .command('remove')
    .description('把一份文件移出规划文件夹和索引；原件另存一份，不会丢失')
    .usage('编号')
    .argument('<编号>', '文件编号，youju outline 可列出')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string) => {
      const config = await loadTerminalConfig(terminal);
      const { removeDocument } = await terminal.loadCore();
      const { file, keptAt } = await removeDocument(config, id);
      await write(terminal.stdout, `已移出：${toPlainLine(file)}。原件另存为 ${keptAt}\n`);
      await tellIngested(terminal, await ingestWithProgress(terminal, config));
    });
}
