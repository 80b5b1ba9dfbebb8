import type { Command } from 'commander';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju explain 淄川区2025年常住人口城镇化率的目标是多少？
  youju explain --json 周村区养老床位`;

export function addExplainCommand(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('说明怎样理解一个问题，候选句子和候选答案各凭什么排在前面')
    .usage('[选项] 问题')
    .argument('问题...', '可分几段写，之间以空格相连')
    .option('--json', '写成 JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], { json = false }: { json?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const { renderExplanation } = await import('./render-explanation.ts');
      const text = await withApp(terminal, config, async (app) => {
        const question = words.join(' ');
        const explanation = await app.explain(question);
        const candidates = await app.weigh(question);
        return json
          ? JSON.stringify({ ...explanation, candidates })
          : renderExplanation(explanation, candidates);
      });
      await write(terminal.stdout, `${text}\n`);
    });
}
