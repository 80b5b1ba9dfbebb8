import type { Command } from 'commander';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju forget --user U0123ABC
  youju forget --user slack:T0123:U0123ABC`;

export function addForgetCommand(program: Command, terminal: Terminal): void {
  program
    .command('forget')
    .description('删除有据记下的某个人的一切：对话、提问的事件记录、反馈')
    .usage('--user 用户')
    .requiredOption('--user <用户>', 'Slack 用户编号，或 slack:工作区编号:用户编号')
    .addHelpText('after', EXAMPLES)
    .action(async ({ user }: { user: string }) => {
      const config = await loadTerminalConfig(terminal);
      const { forgetPerson } = await import('../../kept-state.ts');
      const { conversations, feedback } = forgetPerson(config, user);
      await write(terminal.stdout, `已删除：${conversations} 段对话、${feedback} 条反馈。\n`);
    });
}
