import type { Command } from 'commander';
import { withApp } from './open-app.ts';
import { hasColour, type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju outline
  youju outline zichuan-14fyp
  youju outline zichuan-14fyp --json`;

export function addOutlineCommand(program: Command, terminal: Terminal): void {
  program
    .command('outline')
    .description('列出文件的章节、指标和任务分工')
    .usage('[选项] [编号]')
    .argument('[编号]', '文件编号；不写则列出全部文件')
    .option('--json', '写成 JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, { json = false }: { json?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const { outline } = await terminal.loadCore();
      const { renderOutlines } = await import('./render-outline.ts');
      const text = await withApp(terminal, config, async (app) => {
        const outlines = await outline(app, id);
        return json ? JSON.stringify(outlines) : renderOutlines(outlines, hasColour(terminal));
      });
      await write(terminal.stdout, `${text}\n`);
    });
}
