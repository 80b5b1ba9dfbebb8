import type { Command } from 'commander';
import { createColors } from 'picocolors';
import type { Finding } from '../../diagnose.ts';
import { toPlainLine } from '../plain-text.ts';
import { DONE, FAILED, type Finish } from './exit-status.ts';
import { hasColour, type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';
import { displayWidth } from './wrap.ts';

type Findings = readonly Finding[];

const EXAMPLES = `
例：
  youju doctor`;

/** One finding a line, names in one column; advice stands under what it mends. */
export function renderFindings(findings: Findings, colour: boolean): string {
  const colours = createColors(colour);
  const nameWidth = Math.max(...findings.map(({ name }) => displayWidth(name)), 0);
  return findings
    .flatMap(({ name, ok, value, advice }) => {
      const mark = ok ? colours.green('✓') : colours.red('✗');
      const padding = ' '.repeat(nameWidth - displayWidth(name));
      const line = `${mark} ${name}${padding}  ${toPlainLine(value)}`;
      return advice === undefined ? [line] : [line, colours.yellow(`  → ${toPlainLine(advice)}`)];
    })
    .join('\n');
}

export function addDoctorCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('doctor')
    .description('检查配置、文件和索引：现在怎样，缺什么，怎么补')
    .usage('')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      // What a server would run with, its log included.
      const config = await loadTerminalConfig(terminal, {});
      const { diagnose } = await import('../../diagnose.ts');
      const findings = await diagnose(config);
      await write(terminal.stdout, `${renderFindings(findings, hasColour(terminal))}\n`);
      finish(findings.every(({ ok }) => ok) ? DONE : FAILED);
    });
}
