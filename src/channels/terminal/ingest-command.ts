import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { toPlainLine } from '../plain-text.ts';
import { DONE, FAILED, type Finish } from './exit-status.ts';
import { type IngestSummary, ingestWithProgress } from './ingest-with-progress.ts';
import { hasColour, type Terminal, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

const EXAMPLES = `
例：
  youju ingest
  youju ingest --force
  youju ingest --strict`;

interface Options {
  readonly force?: boolean;
  readonly strict?: boolean;
}

export function addIngestCommand(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('ingest')
    .description('读取 seeds/ 里的文件，建立索引；没有变化时不重建')
    .usage('[选项]')
    .option('--force', '即使没有变化也全部重建')
    .option('--strict', '有文件读不了时以状态 1 结束；能读的照样读')
    .addHelpText('after', EXAMPLES)
    .action(async ({ force = false, strict = false }: Options) => {
      const config = await loadTerminalConfig(terminal);
      const summary = await ingestWithProgress(terminal, config, { force });
      await tellIngested(terminal, summary);
      finish(strict && summary.refused.length > 0 ? FAILED : DONE);
    });
}

/** What the index holds now, and which files it could not read or not whole. */
export async function tellIngested(terminal: Terminal, summary: IngestSummary): Promise<void> {
  await write(terminal.stdout, `${renderIngested(summary)}\n`);
  const colour = hasColour(terminal);
  for (const line of renderProblems(summary, colour)) await write(terminal.stderr, `${line}\n`);
}

function renderIngested({
  changed,
  documents,
  passages,
  embedded,
  seconds,
  tokens,
}: IngestSummary): string {
  const used = tokens > 0 ? `（${tokens.toLocaleString('zh-CN')} 个令牌）` : '';
  const holds = `${documents} 份文件、${passages} 个段落`;
  return changed
    ? `索引已建好：${holds}，其中新算向量 ${embedded} 个${used}，用时 ${seconds.toFixed(1)} 秒。`
    : `文件没有变化，索引不用重建：${holds}。`;
}

export function renderProblems(
  { refused, warnings, warning }: Pick<IngestSummary, 'refused' | 'warnings' | 'warning'>,
  colour: boolean,
): readonly string[] {
  const colours = createColors(colour);
  const refusals = refused.map(({ code, message, keptAs }) => {
    const kept = keptAs === null ? '' : `原来读到的内容仍可查阅（${keptAs}）。`;
    return colours.red(`✗ ${code}  ${toPlainLine(message)}${toPlainLine(kept)}`);
  });
  const dropped = Object.entries(warnings).flatMap(([file, said]) =>
    said.map((line) => colours.yellow(`注意 ${toPlainLine(file)}：${toPlainLine(line)}`)),
  );
  return [
    ...(refused.length > 0 ? [`有 ${refused.length} 个文件没有读：`] : []),
    ...refusals,
    ...dropped,
    ...(warning === undefined ? [] : [`注意：${toPlainLine(warning)}`]),
  ];
}
