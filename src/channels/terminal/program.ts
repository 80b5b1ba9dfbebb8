import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAddCommand } from './add-command.ts';
import { addApproveCommand } from './approve-command.ts';
import { addAskCommand } from './ask-command.ts';
import { addDiffCommand } from './diff-command.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { addEvalCommand } from './eval-command.ts';
import type { Finish } from './exit-status.ts';
import { addExplainCommand } from './explain-command.ts';
import { addForgetCommand } from './forget-command.ts';
import { addIngestCommand } from './ingest-command.ts';
import { addMcpCommand } from './mcp-command.ts';
import { addOutlineCommand } from './outline-command.ts';
import { addReadCommand } from './read-command.ts';
import { addRemoveCommand } from './remove-command.ts';
import { addReportCommand } from './report-command.ts';
import { addServeCommand } from './serve-command.ts';
import type { Terminal } from './terminal.ts';
import { displayWidth } from './wrap.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const packageFile = new URL('../../../package.json', import.meta.url);

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  return version;
}

/** The whole command line: every command answers `--help` in Chinese with an example. */
export function createProgram(terminal: Terminal, finish: Finish): Command {
  const program = new Command('youju')
    .description('有据：回答有关政府规划文件的问题，每句话都有原文为证。')
    .usage('命令 [选项]')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.stdout.columns ?? 100,
      getErrHelpWidth: () => terminal.stderr.columns ?? 100,
    })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (command) => command.name(),
    })
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示某个命令的用法')
    .addHelpText(
      'after',
      '\n例：\n  youju ask 淄川区2025年常住人口城镇化率的目标是多少？\n  youju ask --help',
    );

  addAskCommand(program, terminal, finish);
  addExplainCommand(program, terminal);
  addOutlineCommand(program, terminal);
  addIngestCommand(program, terminal, finish);
  addReadCommand(program, terminal, finish);
  addAddCommand(program, terminal, finish);
  addRemoveCommand(program, terminal);
  addDiffCommand(program, terminal);
  addServeCommand(program, terminal);
  addMcpCommand(program, terminal);
  addEvalCommand(program, terminal, finish);
  addReportCommand(program, terminal);
  addApproveCommand(program, terminal);
  addForgetCommand(program, terminal);
  addDoctorCommand(program, terminal, finish);
  return program.version(readVersion(), '-V, --version', '显示版本');
}
