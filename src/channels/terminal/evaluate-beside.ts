import type { App } from '../../app.ts';
import type { Config } from '../../config.ts';
import { YoujuError } from '../../errors.ts';
import type { Answer } from '../../model.ts';
import { withApp } from './open-app.ts';
import { createProgress } from './progress.ts';
import type { Core, Terminal } from './terminal.ts';
import { write } from './terminal.ts';

type Evaluation = Awaited<ReturnType<Core['evaluate']>>;

interface Evaluated {
  readonly evaluation: Evaluation;
  readonly answers: readonly Answer[];
}

const NO_MODEL =
  '没有配置模型：请先设置 YOUJU_CHAT_MODEL，以及 OPENAI_API_KEY 或 OPENAI_BASE_URL。';

/** Asks the questions without the model and with it, and prints the figures side by side. Throws CONFIG_INVALID. */
export async function evaluateBeside(
  terminal: Terminal,
  config: Config,
  files: readonly string[],
): Promise<void> {
  const { openai } = config;
  if (openai.chatModel === null) throw new YoujuError('CONFIG_INVALID', NO_MODEL);
  const alone: Config = { ...config, openai: { ...openai, chatModel: null } };
  const offline = await evaluateOn(terminal, alone, files);
  const model = await evaluateOn(terminal, config, files);
  const { renderBeside, renderWording } = await import('./render-beside.ts');
  await write(terminal.stdout, `${renderBeside(offline.evaluation, model.evaluation)}\n\n`);
  await write(terminal.stdout, `${renderWording(model.answers, openai.chatPrice)}\n`);
}

async function evaluateOn(
  terminal: Terminal,
  config: Config,
  files: readonly string[],
): Promise<Evaluated> {
  const { evaluate } = await terminal.loadCore();
  const answers: Answer[] = [];
  const progress = await createProgress(terminal.stderr);
  const listening = (app: App): App => ({
    ...app,
    ask: async (question, options) => {
      const answer = await app.ask(question, options);
      answers.push(answer);
      return answer;
    },
  });
  try {
    const evaluation = await withApp(terminal, config, (app) =>
      evaluate(listening(app), files, {
        onProgress: (done, total) => progress.show(done, total, 'ask'),
      }),
    );
    return { evaluation, answers };
  } finally {
    progress.stop();
  }
}
