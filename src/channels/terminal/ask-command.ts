import type { Command } from 'commander';
import type { App, AskOptions } from '../../app.ts';
import { YoujuError } from '../../errors.ts';
import { toPlainLine } from '../plain-text.ts';
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
  readonly conversation?: string;
  readonly clear?: boolean;
  /** False where the documents' own words are wanted. */
  readonly model?: boolean;
}

const EXAMPLES = `
例：
  youju ask 淄川区2025年常住人口城镇化率的目标是多少？
  youju ask --json --document zichuan-14fyp 森林覆盖率目标
  youju ask --conversation 会前 那周村呢？
  youju ask --conversation 会前 --clear
  echo '{"id":1,"turns":["淄川区城镇化率目标多少？","周村呢？"]}' | youju ask --jsonl`;

function checkDocuments(app: App, ids: readonly string[]): void {
  const known = app.documents().map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  const message = `没有编号为 ${unknown.join('、')} 的文件。现有：${known.join('、')}。`;
  throw new YoujuError('DOCUMENT_UNKNOWN', message);
}

function optionsOf({ document, conversation, model }: AskFlags): AskOptions {
  return {
    ...(document !== undefined && { documentIds: document }),
    ...(conversation !== undefined && { conversation }),
    ...(model === false && { inOwnWords: true }),
  };
}

async function clear(app: App, conversation: string, { stdout }: Terminal) {
  const name = toPlainLine(conversation);
  const wasThere = await app.forget(conversation);
  await write(stdout, wasThere ? `对话 ${name} 已清除。\n` : `没有对话 ${name} 的记录。\n`);
  return DONE;
}

async function askOne(app: App, question: string, flags: AskFlags, terminal: Terminal) {
  const answer = await app.ask(question, optionsOf(flags));
  const { stdout, stderr } = terminal;
  const rejected = answer.outcome === 'rejected';
  if (flags.json) {
    const { answerToJson } = await import('../answer-json.ts');
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
    options: optionsOf(flags),
    send: (line) => write(stdout, line),
    explain: explainFailure,
  });
  if (failed === 0) return DONE;
  await write(stderr, `有 ${failed} 个问题没能回答，原因写在各自的 answer 里。\n`);
  return FAILED;
}

function misuseOf(words: readonly string[], flags: AskFlags): string | undefined {
  if (flags.clear && flags.conversation === undefined)
    return '--clear 清除一段对话，请用 --conversation 写明是哪一段。';
  if (flags.clear && (words.length > 0 || flags.jsonl)) return '用 --clear 时不提问题。';
  if (flags.jsonl && words.length > 0) return '用 --jsonl 时问题从标准输入读，命令行上不再写问题。';
  return undefined;
}

export function addAskCommand(program: Command, terminal: Terminal, finish: Finish): void {
  const command = program
    .command('ask')
    .description('提一个问题，得到答案和它的原文依据；索引缺失或过期时先自动建好')
    .usage('[选项] 问题')
    .argument('[问题...]', '要问的话；用 --jsonl 或 --clear 时不写')
    .option('--json', '答案写成 JSON')
    .option('--jsonl', '从标准输入逐行读 JSON 问题，逐行写出 JSON 答案')
    .option('--document <编号>', '只查这份文件，可写多次（编号见 youju outline）', collect)
    .option('--conversation <名称>', '接着这段对话问：记得上一问的地方、年份和事情，名称自己起')
    .option('--no-model', '不请模型，用文件自己的话作答')
    .option('--clear', '清除 --conversation 指定的对话')
    .addHelpText('after', EXAMPLES);

  command.action(async (words: string[], flags: AskFlags) => {
    const misuse = misuseOf(words, flags);
    if (misuse !== undefined) command.error(misuse);
    if (words.length === 0 && !flags.jsonl && !flags.clear) {
      command.error("missing required argument '问题'", { code: 'commander.missingArgument' });
    }
    const config = await loadTerminalConfig(terminal);
    const status = await withApp(terminal, config, (app) => {
      checkDocuments(app, flags.document ?? []);
      if (flags.clear && flags.conversation !== undefined)
        return clear(app, flags.conversation, terminal);
      return flags.jsonl
        ? askLines(app, flags, terminal)
        : askOne(app, words.join(' '), flags, terminal);
    });
    finish(status);
  });
}
