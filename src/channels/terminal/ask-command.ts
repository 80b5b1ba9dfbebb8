import type { Command } from 'commander';
import type { App } from '../../app.ts';
import { YoujuError } from '../../errors.ts';
import { DONE, FAILED, type Finish, WRONG_USAGE } from './exit-status.ts';
import { explainFailure } from './failure.ts';
import { withApp } from './open-app.ts';
import { hasColour, type Terminal, widthOf, write } from './terminal.ts';
import { loadTerminalConfig } from './terminal-config.ts';

/** Not variadic: the question would be taken for another document. */
function collect(id: string, ids: readonly string[] = []): readonly string[] {
  return [...ids, id];
}

interface AskFlags {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly document?: readonly string[];
}

const EXAMPLES = `
例：
  youju ask 淄川区2025年常住人口城镇化率的目标是多少？
  youju ask --json --document zichuan-14fyp 森林覆盖率目标
  echo '{"id":1,"turns":["淄川区城镇化率目标多少？","周村呢？"]}' | youju ask --jsonl`;

function checkDocuments(app: App, ids: readonly string[]): void {
  const known = app.documents().map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const message = `没有编号为 ${unknown.join('、')} 的文件。现有：${known.join('、')}。`;
  throw new YoujuError('DOCUMENT_UNKNOWN', message);
}

async function askOne(app: App, question: string, flags: AskFlags, terminal: Terminal) {
  const scope = flags.document ? { documentIds: flags.document } : {};
  const answer = await app.ask(question, scope);
  const { stdout, stderr } = terminal;
  const rejected = answer.outcome === 'rejected';
  if (flags.json) {
    const { answerToJson } = await import('./json-answer.ts');
    const indent = stdout.isTTY ? 2 : 0;
    await write(stdout, `${JSON.stringify(answerToJson(answer), null, indent)}\n`);
  } else {
    const { renderAnswer } = await import('./render-answer.ts');
    const look = { colour: hasColour(terminal), width: widthOf(stdout) };
    await write(rejected ? stderr : stdout, renderAnswer(answer, look));
  }
  return rejected ? WRONG_USAGE : DONE;
}

async function askLines(app: App, flags: AskFlags, { stdin, stdout, stderr }: Terminal) {
  const [{ answerLines }, { linesOf }] = await Promise.all([
    import('./answer-lines.ts'),
    import('./lines.ts'),
  ]);
  const failed = await answerLines(app, linesOf(stdin), {
    ...(flags.document && { documentIds: flags.document }),
    send: (line) => write(stdout, line),
    explain: (error) => explainFailure(error).message,
  });
  if (failed === 0) return DONE;
  await write(stderr, `有 ${failed} 个问题没能回答，原因写在各自的 answer 里。\n`);
  return FAILED;
}

export function addAskCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const command = program
    .command('ask')
    .description('提一个问题，得到答案和它的原文依据；索引缺失或过期时先自动建好')
    .usage('[选项] 问题')
    .argument('[问题...]', '要问的话；用 --jsonl 时不写')
    .option('--json', '答案写成 JSON')
    .option('--jsonl', '从标准输入逐行读 JSON 问题，逐行写出 JSON 答案')
    .option('--document <编号>', '只查这份文件，可写多次（编号见 youju outline）', collect)
    .addHelpText('after', EXAMPLES);

  command.action(async (words: string[], flags: AskFlags) => {
    if (flags.jsonl && words.length > 0) {
      command.error('用 --jsonl 时问题从标准输入读，命令行上不再写问题。');
    }
    if (!flags.jsonl && words.length === 0) {
      command.error("missing required argument '问题'", { code: 'commander.missingArgument' });
    }
    const config = await loadTerminalConfig(terminal);
    const status = await withApp(terminal, config, (app) => {
      checkDocuments(app, flags.document ?? []);
      return flags.jsonl
        ? askLines(app, flags, terminal)
        : askOne(app, words.join(' '), flags, terminal);
    });
    finish(status);
  });
}
