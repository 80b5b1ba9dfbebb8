import type { Command } from 'commander';
import { withApp } from './open-app.ts';
import { hasColour, type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju diff hunan-15fyp-draft hunan-15fyp
  youju diff --json 草案.docx 定稿.pdf`;

export function addDiffCommand(program: Command, terminal: Terminal): void {
  program
    .command('diff')
    .description('比较一份规划的前后两版：逐段、逐格列出改动，改了数字的在前')
    .usage('[选项] 旧 新')
    .argument('<旧>', '旧版的编号，或文件')
    .argument('<新>', '新版的编号，或文件')
    .option('--json', '写成 JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (before: string, after: string, { json = false }: { json?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const { changesBetween } = await terminal.loadCore();
      const { renderChanges } = await import('./render-changes.ts');
      const changes = await withApp(terminal, config, (app) => changesBetween(app, before, after));
      const text = json ? JSON.stringify(changes) : renderChanges(changes, hasColour(terminal));
      await write(terminal.stdout, `${text}\n`);
    });
}
