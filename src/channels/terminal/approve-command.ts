import type { Command } from 'commander';
import type { App } from '../../app.ts';
import { YoujuError } from '../../errors.ts';
import { toPlainLine } from '../plain-text.ts';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju approve 城镇化率要到多少？ 城镇化目标 --answer 到2025年，淄川区常住人口城镇化率达到75%。 --passage 段落编号或链接
  youju approve --list
  youju approve --remove 编号`;

/** Who writes, for the log. */
const WHO = 'terminal';

interface Options {
  readonly answer?: string;
  readonly passage?: readonly string[];
  readonly list?: boolean;
  readonly remove?: string;
}

function approved(app: App, questions: readonly string[], options: Options): string {
  const { answer = '', passage = [], list = false, remove } = options;
  if (remove !== undefined) {
    if (app.approved.remove(remove, WHO)) return '已删除。';
    throw new YoujuError('INPUT_INVALID', `没有编号为 ${remove} 的编者答，用 --list 查看。`);
  }
  if (list) return listOf(app);
  const { id } = app.approve({ questions, text: answer, sources: passage }, WHO);
  return `已记下，核对无误；有人这样问时先给这个答案。编号 ${id}。`;
}

const listOf = (app: App): string =>
  app.approved
    .list()
    .map(
      ({ id, questions, sentences }) =>
        `${id}\n  ${questions.map(toPlainLine).join(' / ')}\n  ${sentences.map(toPlainLine).join('')}`,
    )
    .join('\n') || '还没有编者答。';

export function addApproveCommand(program: Command, terminal: Terminal): void {
  program
    .command('approve')
    .description('为一个问题写好答案，写明依据的段落；核对无误后，有人这样问时先给它')
    .usage('[选项] [问题…]')
    .argument('[问题…]', '问题的一种或几种问法')
    .option('--answer <文字>', '答案，一句或几句')
    .option('--passage <段落…>', '作为依据的段落：编号，或从网页复制的链接')
    .option('--list', '列出已写的')
    .option('--remove <编号>', '删除一条')
    .addHelpText('after', EXAMPLES)
    .action(async (questions: string[], options: Options) => {
      const config = await loadTerminalConfig(terminal);
      const text = await withApp(terminal, config, async (app) =>
        approved(app, questions, options),
      );
      await write(terminal.stdout, `${text}\n`);
    });
}
