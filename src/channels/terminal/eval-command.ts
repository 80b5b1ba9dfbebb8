import type { Command } from 'commander';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju eval tests/golden/questions.jsonl
  youju eval tests/golden/questions.jsonl --misses`;

export function addEvalCommand(program: Command, terminal: Terminal): void {
  program
    .command('eval')
    .description('用标准问题检验答案，给出各项得分')
    .usage('[选项] 文件…')
    .argument('<文件...>', '标准问题文件，一行一个 JSON')
    .option('--misses', '同时列出答错的问题')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], { misses = false }: { misses?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const { evaluate } = await terminal.loadCore();
      const { renderFigures, renderMisses } = await import('./render-figures.ts');
      const evaluation = await withApp(terminal, config, (app) => evaluate(app, config, files));
      await write(terminal.stdout, `${renderFigures(evaluation)}\n`);
      if (misses) await write(terminal.stdout, `${renderMisses(evaluation)}\n`);
    });
}
