import type { Command } from 'commander';
import { DONE, FAILED, type Finish } from './exit-status.ts';
import { tellIngested } from './ingest-command.ts';
import { ingestWithProgress } from './ingest-with-progress.ts';
import { renderPreview } from './render-preview.ts';
import { hasColour, type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju add 湖南省2026年政府工作报告.docx
  youju add --replace 淄博市2025年计划.pdf`;

export function addAddCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('add')
    .description('把文件加入规划文件夹并建立索引；先显示读到了什么，读不了的不加入')
    .usage('[选项] 文件…')
    .argument('<文件...>', '任意多个文件')
    .option('--replace', '已有同名文件时，用新的代替')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], { replace = false }: { replace?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const { addFile } = await terminal.loadCore();
      let added = 0;
      for (const file of files) {
        const outcome = await addFile(config, file, { replace });
        await write(terminal.stdout, `${renderPreview(outcome, hasColour(terminal))}\n\n`);
        if (outcome.ok) added += 1;
      }
      if (added > 0) await tellIngested(terminal, await ingestWithProgress(terminal, config));
      finish(added === files.length ? DONE : FAILED);
    });
}
