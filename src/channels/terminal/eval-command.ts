import type { Command } from 'commander';
import { evaluateBeside } from './evaluate-beside.ts';
import { DONE, FAILED, type Finish } from './exit-status.ts';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

interface EvalOptions {
  readonly misses?: boolean;
  readonly floors?: string;
  readonly model?: boolean;
}

const EXAMPLES = `
例：
  youju eval tests/golden/questions.jsonl
  youju eval tests/golden/questions.jsonl --misses
  youju eval tests/golden/questions.jsonl --model
  youju eval tests/golden/questions.jsonl --floors tests/golden/floors.json`;

export function addEvalCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('eval')
    .description('用标准问题检验答案，给出各项得分')
    .usage('[选项] 文件…')
    .argument('<文件...>', '标准问题文件，一行一个 JSON')
    .option('--misses', '同时列出答错的问题')
    .option('--model', '再请所配置的模型作答，与不用模型的得分并列；模型要收费时会产生费用')
    .option('--floors <文件>', '各项得分的下限；有一项低于下限就算失败')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], { misses = false, floors, model = false }: EvalOptions) => {
      const config = await loadTerminalConfig(terminal);
      if (model) {
        await evaluateBeside(terminal, config, files);
        return;
      }
      const { evaluate } = await terminal.loadCore();
      const { renderFigures, renderMisses } = await import('./render-figures.ts');
      const evaluation = await withApp(terminal, config, (app) =>
        evaluate(app, files, floors === undefined ? {} : { floors }),
      );
      await write(terminal.stdout, `${renderFigures(evaluation)}\n`);
      if (misses) await write(terminal.stdout, `${renderMisses(evaluation)}\n`);
      for (const { name, figure, floor, isMost } of evaluation.shortfalls)
        await write(
          terminal.stderr,
          `未达标：${name} 为 ${figure}，应${isMost ? '不高于' : '不低于'} ${floor}。\n`,
        );
      finish(evaluation.shortfalls.length === 0 ? DONE : FAILED);
    });
}
