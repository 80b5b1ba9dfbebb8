import { type Command, InvalidArgumentError } from 'commander';
import type { App, Report } from '../../app.ts';
import { type ReportLine, unansweredLines, wrongLines } from '../report-words.ts';
import { withApp } from './open-app.ts';
import { type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju report
  youju report --days 7 --json`;

const DEFAULT_DAYS = 30;

function days(text: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError('应是 1 到 9999 的整数。');
  return Number(text);
}

const listed = (heading: string, lines: readonly ReportLine[]): string[] => [
  heading,
  ...lines.flatMap(({ title, details }) => [
    `  ${title}`,
    ...details.map((detail) => `    ${detail}`),
  ]),
];

function rendered(report: Report, app: App, span: number): string {
  const unanswered = unansweredLines(report, app.documents());
  const wrong = wrongLines(report, app.documents());
  return [
    `最近 ${span} 天：问了 ${report.asked} 次，答了 ${report.answered} 次。`,
    ...listed(unanswered.length > 0 ? '没有答上的：' : '没有答不上的问题。', unanswered),
    ...listed(wrong.length > 0 ? '标为没帮助的：' : '没有标为没帮助的答案。', wrong),
  ].join('\n');
}

export function addReportCommand(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('大家没有问到的、标为没帮助的，按问题归类；不含是谁问的')
    .usage('[选项]')
    .option('--days <天数>', '最近多少天', days, DEFAULT_DAYS)
    .option('--json', '写成 JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ days: span, json = false }: { days: number; json?: boolean }) => {
      const config = await loadTerminalConfig(terminal);
      const text = await withApp(terminal, config, async (app) => {
        const report = app.report(span);
        return json ? JSON.stringify(report) : rendered(report, app, span);
      });
      await write(terminal.stdout, `${text}\n`);
    });
}
